import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from "node:net";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { testDatabase } from "@/db/test-database";
import { aGuest, aLine, anOrder, later, NOON, orderInput, somebody } from "@/db/test-fixtures";
import { letterBox, sendAt } from "@/e2e/messages/letter-box";
import { env } from "@/lib/env";
import { claimMessages } from "@/lib/messages/claim-messages";
import { sendAll, toldOf } from "@/lib/messages/test-outbox";
import { placeOrder } from "@/lib/orders/place-order";

const { db } = testDatabase();
const box = await letterBox();
const carriers = { mail: env().mail, smsUrl: env().smsUrl };

const LONG_MS = 8000;
const HURRY = 20;
const [timeout, signalAfter] = [globalThis.setTimeout, AbortSignal.timeout.bind(AbortSignal)];

/** Long patience is over twenty times sooner, so that nobody waits for it here. */
function hurry(): void {
  const sooner = (ms = 0) => (ms >= LONG_MS ? ms / HURRY : ms);
  const quick = (run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) =>
    timeout(run, sooner(ms), ...args);
  vi.spyOn(globalThis, "setTimeout").mockImplementation(quick as typeof setTimeout);
  vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => signalAfter(sooner(ms)));
}

async function portOf(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => void sockets.add(socket.on("error", () => {})));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;
let heard: Listener = () => {};
const smsUrl = `http://127.0.0.1:${await portOf(createServer((request, response) => heard(request, response)))}/`;
const smtpUrl = `smtp://127.0.0.1:${await portOf(createSocketServer())}`;

beforeEach(async () => {
  vi.restoreAllMocks();
  Object.assign(env(), carriers);
  await sendAll(db);
  await box.empty();
});

const mailed = async () => (await anOrder(await somebody(db))).order;
async function phoned() {
  const guest = await aGuest(db);
  await aLine(guest);
  return placeOrder(guest, orderInput({ customer_phone: "0300 1234567" }));
}
const times = async <T>(many: number, make: () => Promise<T>): Promise<T[]> => {
  const made: T[] = [];
  while (made.length < many) made.push(await make());
  return made;
};

it("a mail server that takes the call and says nothing holds up no SMS, and its mails are tried again", async () => {
  const mails = await times(5, mailed);
  await times(3, phoned);
  hurry();
  Object.assign(env(), { mail: carriers.mail && { ...carriers.mail, smtpUrl } });
  expect(await sendAt(db, 0)).toEqual({ sent: 3, again: 5, given_up: 0 });
  expect((await box.received()).map(({ channel, times: often }) => [channel, often])).toEqual(
    Array.from({ length: 3 }, () => ["sms", 1]),
  );
  for (const order of mails) {
    const [row] = await toldOf(db, order);
    expect(row).toMatchObject({
      tries: 1,
      sentAt: null,
      nextTryAt: later(NOON, 1),
      lastError: expect.stringMatching(/./),
    });
  }
  Object.assign(env(), carriers);
  expect(await sendAt(db, 0.9)).toMatchObject({ sent: 0 });
  expect(await sendAt(db, 1)).toEqual({ sent: 5, again: 0, given_up: 0 });
  expect((await box.received()).map((one) => one.times)).toEqual(Array(8).fill(1));
});

it("an SMS gateway that never answers holds up no mail, and hears each message under one key", async () => {
  const sms = await times(2, phoned);
  await times(4, mailed);
  hurry();
  const heardOf = new Map<string, number>();
  heard = ({ headers }) => {
    const key = String(headers["idempotency-key"]);
    heardOf.set(key, (heardOf.get(key) ?? 0) + 1);
  };
  Object.assign(env(), { smsUrl });
  expect(await sendAt(db, 0)).toEqual({ sent: 4, again: 2, given_up: 0 });
  expect(await sendAt(db, 1)).toEqual({ sent: 0, again: 2, given_up: 0 });
  const rows = (await Promise.all(sms.map((order) => toldOf(db, order)))).flat();
  expect(heardOf).toEqual(new Map(rows.map(({ id }) => [`<message-${id}@sauda.example>`, 2])));
  for (const row of rows) expect(row).toMatchObject({ tries: 2, nextTryAt: later(NOON, 6) });
  Object.assign(env(), carriers);
  expect(await sendAt(db, 6)).toEqual({ sent: 2, again: 0, given_up: 0 });
  expect((await box.received()).map((one) => one.times)).toEqual(Array(6).fill(1));
});

it("what a slow carrier is still being given is nobody else's: its lease began when it was claimed", async () => {
  await times(8, phoned);
  let passedMs = 0;
  const real = performance.now.bind(performance);
  vi.spyOn(performance, "now").mockImplementation(() => real() + passedMs);
  const claimed: unknown[] = [];
  let asked = 0;
  heard = (_, response) => {
    if (++asked <= 4) passedMs = 60_000; // so long did the first four take
    const beside = asked > 4 ? claimMessages(db, { now: later(NOON, 2.5), most: 8, channels: ["sms"] }) : [];
    void Promise.resolve(beside).then((others) => {
      claimed.push(...others);
      response.end();
    });
  };
  Object.assign(env(), { smsUrl });
  expect(await sendAt(db, 0)).toEqual({ sent: 8, again: 0, given_up: 0 });
  expect([asked, claimed]).toEqual([8, []]);
});
