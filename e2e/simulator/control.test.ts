import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { FAULT_LIST } from "./fault-list";
import { startPretendShop, type PretendShop } from "./pretend-shop";

let shop: PretendShop;
beforeAll(async () => {
  shop = await startPretendShop({
    faults: [{ target: "page", fault: "blank", for: "T0", times: "always", value: null, when: null, part: "delivery" }],
  });
});
afterEach(() => shop.control("reset", {}));
afterAll(() => shop.close());

const remove = (path: string) => fetch(`${shop.gateway}/_control/${path}`, { method: "DELETE" });

test("it describes its faults, settings and states as data", async () => {
  const { faults, settings, states } = await shop.look<Record<string, { fault?: string; key?: string }[]>>("");
  expect(faults?.map(({ fault }) => fault)).toEqual(FAULT_LIST.map(({ fault }) => fault));
  expect(settings).toContainEqual(expect.objectContaining({ key: "ipn_delay_ms", variable: "SIMULATOR_IPN_DELAY_MS" }));
  expect(states).toContain("reversing");
});

test("faults are listed, and taken out one by one or all", async () => {
  const added = await (await shop.fault("refund", "response_code", { value: 455, times: 3, when: "after" })).json();
  expect(added).toMatchObject([
    { target: "page", fault: "blank", for: "T0", times: "always" },
    { target: "refund", fault: "response_code", value: "455", times: 3, for: null, when: "after" },
  ]);
  expect((await remove(`faults/${added[1].id}`)).status).toBe(200);
  expect((await remove(`faults/${added[1].id}`)).status).toBe(404);
  expect(await shop.look("faults")).toHaveLength(1);
  expect((await remove("faults")).status).toBe(200);
  expect(await shop.look("faults")).toEqual([]);
});

test("a reset brings back the start: its settings, its standing faults, its time", async () => {
  await shop.control("settings", { ipn_delay_ms: 9, integrity_salt: "another" });
  await shop.control("clock", { offset_ms: 5 });
  await remove("faults");
  await shop.fault("ipn", "lost");
  await shop.control("reset", {});
  expect(await shop.look("settings")).toMatchObject({ ipn_delay_ms: 20 });
  expect(await shop.look("clock")).toMatchObject({ offset_ms: 0 });
  expect(await shop.look("faults")).toMatchObject([{ target: "page", fault: "blank" }]);
  expect((await shop.open()).response.status).toBe(200);
});

test("the clock is set by an offset or by a time", async () => {
  await shop.control("clock", { now: "2030-01-01T00:00:00+05:00" });
  const { now, pakistan } = await shop.look<{ now: string; pakistan: string }>("clock");
  expect(now).toMatch(/^2029-12-31T19:00:0/);
  expect(pakistan).toMatch(/^203001010000/);
});

test("a new salt counts from the next message on", async () => {
  await shop.control("settings", { integrity_salt: "another" });
  expect(await (await shop.open()).response.text()).toContain("Error 115");
});

test.each([
  ["legacy", "/ApplicationAPI/API/PaymentInquiry/Inquire", "/api/2.0/purchase/domwallettransaction"],
  ["pgw", "/ApplicationAPI/API/PaymentInquiry/Inquire", "/ApplicationAPI/API/2.0/Purchase/DoMWalletTransaction"],
  ["orchestrator", "/payment-orchestrator/api/v2/rest/payments/status/inquiry", "/api/payment/DoTransaction"],
])("where only %s is served, the others' paths are 404", async (generation, own, foreign) => {
  await shop.control("settings", { generations: generation });
  const ask = (path: string) => shop.send(path, shop.sign({ pp_TxnRefNo: "T1" }));
  expect(await (await ask(own)).json()).toMatchObject({ pp_ResponseCode: "109" });
  expect((await ask(foreign)).status).toBe(404);
  expect((await shop.open()).response.status).toBe(generation === "orchestrator" ? 404 : 200);
});

test("the messages of a payment are kept, both ways, with their secrets masked", async () => {
  const number = "03123456789";
  const call = shop.sign({ ...shop.purchase(), pp_MobileNumber: number, pp_CNIC: "345678", ppmpf_2: "simsalt001" });
  const reference = call.pp_TxnRefNo ?? "";
  await shop.fault("wallet", "discount", { value: 5, for: reference });
  await shop.call("/ApplicationAPI/API/2.0/Purchase/DoMWalletTransaction", call);
  const messages = await shop.look<{ fields: object }[]>(`messages?reference=${reference}`);
  expect(messages).toMatchObject([
    { direction: "received", what: "wallet", fields: { pp_Password: "•••", pp_MobileNumber: "0312•••89" } },
    { direction: "sent", what: "wallet", note: "000; discount 5", fields: { pp_DiscountedAmount: "5" } },
  ]);
  const kept = JSON.stringify(await shop.look("messages"));
  for (const secret of [number, "345678", "sim0pass01", "simsalt001"]) expect(kept).not.toContain(secret);
});

test("what was not carried out, not understood or not delivered is kept too", async () => {
  const { reference } = await shop.open({ pp_Amount: "1.5" });
  await shop.fault("ipn", "lost");
  const { reference: paid } = await shop.pay();
  expect(await shop.look(`messages?reference=${reference}`)).toMatchObject([
    { what: "form", note: "refused with 110" },
  ]);
  const messages = await shop.look<{ what: string; note: string }[]>(`messages?reference=${paid}`);
  expect(messages.map(({ what, note }) => `${what}: ${note}`)).toEqual([
    "form: opened",
    "button: pay",
    "ipn: lost on the way; lost",
    "return: 000",
  ]);
});

test.each<[string, unknown, RegExp]>([
  ["faults", { target: "ipn", fault: "eaten" }, /must be one of late, before_return, lost/],
  ["faults", null, /expected object/],
  ["clock", { offset_ms: "soon" }, /must be \{ offset_ms/],
  ["clock", {}, /must be \{ offset_ms/],
  ["settings", { generations: "soap" }, /^generations: must be some of legacy, orchestrator, pgw/],
  ["settings", [], /must be an object of settings/],
  ["state", { reference: "T1", state: "gone" }, /must be one of opened, pending/],
  ["ipn", {}, /must be a transaction's reference/],
])("a bad %s is a 400 in words: %o", async (path, input, words) => {
  const response = await shop.control(path, input as object);
  expect(response.status).toBe(400);
  expect((await response.json()).error).toMatch(words);
});

test("what is no JSON is a 400, an unknown payment or address a 404", async () => {
  const broken = await fetch(`${shop.gateway}/_control/faults`, { method: "POST", body: "{" });
  expect([broken.status, await broken.json()]).toEqual([400, { error: "The body must be JSON." }]);
  expect((await shop.control("state", { reference: "T404", state: "paid" })).status).toBe(404);
  const unknown = await fetch(`${shop.gateway}/_control/nothing`);
  expect([unknown.status, unknown.headers.get("content-type")]).toEqual([404, "application/json"]);
});
