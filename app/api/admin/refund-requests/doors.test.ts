import { beforeEach, describe, expect, test } from "vitest";
import { anAdministrator, asInProduction } from "@/app/api/admin/test-production";
import { ask, doorAt, signedIn } from "@/app/api/test-doors";
import { testDatabase } from "@/db/test-database";
import { lyingGateway, PATIENT } from "@/e2e/faults/lying-gateway";
import { aPaidOrder, moneyOf } from "@/e2e/faults/money-back";

const { db } = testDatabase({ max: 20 });
const gateway = await lyingGateway(PATIENT);
const doors = {
  ask: await doorAt("admin/payments/[id]/refund-requests"),
  list: await doorAt("admin/refund-requests"),
  approve: await doorAt("admin/refund-requests/[id]/approve"),
  decline: await doorAt("admin/refund-requests/[id]/decline"),
};
const WISH = { amount: "2500.00", reason: "It came broken" };

beforeEach(() => {
  gateway.saysOfRefunds("000");
});

const send = (door: "ask" | "approve" | "decline", id: number, cookie: string, body?: object) =>
  ask(doors[door], "POST", { cookie, params: { id: `${id}` }, body });

/** A paid order whose money one administrator wants to give back, and another one. */
async function aRequest() {
  const { payment } = await aPaidOrder(db);
  const [one, other] = [await anAdministrator(db), await anAdministrator(db)];
  const asked = await send("ask", payment.payment_id, one.cookie, WISH);
  expect(asked.status).toBe(201);
  const { id } = asked.json.refund_request;
  return { payment, one, other, id, asked: asked.json.refund_request };
}

describe("a refund that needs a second administrator", () => {
  test("is asked for, stands in the list, and goes out when another one approves it", async () => {
    const { payment, one, other, id, asked } = await aRequest();
    expect(asked).toMatchObject({ amount: "2500.00", decision: null, requested_by: `user:${one.ctx.actor.userId}` });
    const open = await ask(doors.list, "GET", { cookie: other.cookie, query: "?open=true&page_size=100" });
    expect(open.json.results.map((request: { id: number }) => request.id)).toContain(id);
    expect(gateway.refunds(payment.transaction_id)).toHaveLength(0);
    const approved = await send("approve", id, other.cookie);
    expect(approved).toMatchObject({ status: 200, json: { refund: { amount: "2500.00", status: "completed" } } });
    expect((await moneyOf(db, payment)).payment.refundedPaisa).toBe(250_000);
    const closed = await ask(doors.list, "GET", { cookie: other.cookie, query: "?open=false&page_size=100" });
    expect(closed.json.results.find((request: { id: number }) => request.id === id)).toMatchObject({
      decision: "approved",
      decided_by: `user:${other.ctx.actor.userId}`,
    });
  });

  test("is never approved by the one who asked, and never twice", async () => {
    const { payment, one, other, id } = await aRequest();
    expect(await send("approve", id, one.cookie)).toMatchObject({ status: 403, json: { code: "forbidden" } });
    const again = await send("ask", payment.payment_id, other.cookie, WISH);
    expect(again).toMatchObject({ status: 409, json: { code: "refund_in_progress" } });
    expect((await send("approve", id, other.cookie)).status).toBe(200);
    for (const door of ["approve", "decline"] as const) {
      expect(await send(door, id, other.cookie)).toMatchObject({
        status: 409,
        json: { code: "refund_request_closed" },
      });
    }
    expect(gateway.refunds(payment.transaction_id)).toHaveLength(1);
  });

  test("is declined, by the one who asked too, and then moves no money", async () => {
    const { payment, one, other, id } = await aRequest();
    const declined = await send("decline", id, one.cookie);
    expect(declined).toMatchObject({
      status: 200,
      json: { refund_request: { decision: "declined", refund_id: null } },
    });
    expect(await send("approve", id, other.cookie)).toMatchObject({ status: 409 });
    expect(gateway.refunds(payment.transaction_id)).toHaveLength(0);
    expect((await send("ask", payment.payment_id, one.cookie, WISH)).status).toBe(201);
  });

  test("is decided once by twenty who approve and decline it at once", async () => {
    const { payment, id } = await aRequest();
    const cookies = await Promise.all(Array.from({ length: 20 }, async () => (await signedIn(db, "admin")).cookie));
    const answers = await Promise.all(
      cookies.map((cookie, lane) => send(lane % 2 === 0 ? "approve" : "decline", id, cookie)),
    );
    const done = answers.filter(({ status }) => status === 200);
    expect(done).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 200).map(({ status, json }) => `${status} ${json.code}`);
    expect(new Set(refused)).toEqual(new Set(["409 refund_request_closed"]));
    const isApproved = done[0]?.json.refund !== undefined;
    expect(gateway.refunds(payment.transaction_id)).toHaveLength(isApproved ? 1 : 0);
  });

  test("is the administrators' matter, of a request and a payment that are there", async () => {
    const { payment, other, id } = await aRequest();
    const { cookie } = await signedIn(db, "staff");
    expect((await send("ask", payment.payment_id, cookie, WISH)).status).toBe(403);
    for (const door of ["approve", "decline"] as const) {
      expect((await send(door, id, cookie)).status).toBe(403);
      expect(await send(door, 987_654_321, other.cookie)).toMatchObject({
        status: 404,
        json: { code: "refund_request_not_found" },
      });
    }
    expect((await send("ask", 987_654_321, other.cookie, WISH)).json.code).toBe("payment_not_found");
    const tooMuch = await send("ask", payment.payment_id, other.cookie, { ...WISH, amount: "3000.01" });
    expect([tooMuch.status, tooMuch.json.code]).toEqual([409, "refund_exceeds_payment"]);
  });

  test("is approved only soon after the password where money is real", async () => {
    const { payment, other, id } = await aRequest();
    await asInProduction(async () => {
      const refused = await send("approve", id, other.cookie);
      expect(refused).toMatchObject({ status: 403, json: { code: "reauthentication_required" } });
      expect(gateway.refunds(payment.transaction_id)).toHaveLength(0);
      await other.setConfirmed(new Date());
      expect((await send("approve", id, other.cookie)).status).toBe(200);
    });
  });
});
