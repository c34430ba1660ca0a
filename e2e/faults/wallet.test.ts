import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { paymentEvents } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { expectProof } from "@/db/test-proof";
import { anOrder, somebody } from "@/db/test-fixtures";
import { signed, lyingGateway } from "@/e2e/faults/lying-gateway";
import { attemptsOf, PAYER, payOrder } from "@/e2e/faults/pay-order";
import { findOrder } from "@/lib/orders/queries";
import { initiatePayment } from "@/lib/payments/initiate-payment";

const { db } = testDatabase({ max: 20 });
afterAll(() => expectProof(db));
const gateway = await lyingGateway({ JAZZCASH_TIMEOUT_MS: "1000", JAZZCASH_WALLET_TIMEOUT_MS: "4000" });

describe("the wallet", () => {
  it("pays, and a decline is a 200 that says failed", async () => {
    const ctx = await somebody(db);
    const { order } = await anOrder(ctx);
    gateway.walletSays("004");
    expect(await payOrder(ctx, order.id, "jazzcash_wallet")).toMatchObject({ status: "failed" });
    gateway.walletSays("000");
    const paid = await payOrder(ctx, order.id, "jazzcash_wallet");
    expect(paid).toMatchObject({ status: "completed" });
    expect(paid).not.toHaveProperty("form_data");
    expect(await findOrder(ctx, order.id)).toMatchObject({ status: "confirmed", payment_status: "paid" });
  });

  it("answers processing while the payer is typing, and the late answer settles in the background", async () => {
    const ctx = await somebody(db);
    const { order } = await anOrder(ctx);
    gateway.answers((request, response) => {
      const { pp_SecureHash: _, ...echo } = request;
      const body = JSON.stringify(signed({ ...echo, pp_ResponseCode: "000", pp_RetreivalReferenceNo: "261125888888" }));
      setTimeout(() => response.end(body), 1800);
    });
    expect(await payOrder(ctx, order.id, "jazzcash_wallet")).toMatchObject({ status: "processing" });
    await expect.poll(async () => (await findOrder(ctx, order.id))?.payment_status).toBe("paid");
  });

  it("tells a page after its own short patience that the payer is asked, and settles all the same", async () => {
    const ctx = await somebody(db);
    const { order } = await anOrder(ctx);
    gateway.answers((request, response) => {
      const { pp_SecureHash: _, ...echo } = request;
      const body = JSON.stringify(signed({ ...echo, pp_ResponseCode: "000", pp_RetreivalReferenceNo: "261125888889" }));
      setTimeout(() => response.end(body), 700);
    });
    const input = { order_id: order.id, payment_method: "jazzcash_wallet" as const, ...PAYER };
    expect(await initiatePayment(ctx, input, { patienceMs: 100 })).toMatchObject({ status: "processing" });
    await expect.poll(async () => (await findOrder(ctx, order.id))?.payment_status).toBe("paid");
  });

  const silences: [string, Parameters<typeof gateway.answers>[0]][] = [
    ["time-out", () => {}],
    ["a cut connection", (_, response) => response.destroy()],
    ["a firewall's page", (_, response) => response.end("<html>Request Rejected</html>")],
    [
      "an unsigned success",
      (request, response) => response.end(JSON.stringify({ ...request, pp_ResponseCode: "000" })),
    ],
  ];
  it.each(silences)("%s is unknown, never failed, and never sent again", async (_, silence) => {
    const ctx = await somebody(db);
    const { order } = await anOrder(ctx);
    const before = gateway.asked.length;
    gateway.answers(silence);
    expect(await payOrder(ctx, order.id, "jazzcash_wallet")).toMatchObject({ status: "processing" });
    const heard = async () => {
      const [row] = await attemptsOf(ctx, order.id);
      return db.$count(paymentEvents, eq(paymentEvents.paymentId, row?.id ?? 0));
    };
    await expect.poll(heard).toBe(2);
    expect((await attemptsOf(ctx, order.id)).map((row) => row.status)).toEqual(["processing"]);
    expect(gateway.asked.length - before).toBe(1);
  });

  it("keeps neither the payer's number nor the CNIC", async () => {
    const ctx = await somebody(db);
    const { order } = await anOrder(ctx);
    gateway.walletSays("000");
    const { payment_id } = await payOrder(ctx, order.id, "jazzcash_wallet");
    const events = await db.select().from(paymentEvents).where(eq(paymentEvents.paymentId, payment_id));
    const kept = JSON.stringify([events, await attemptsOf(ctx, order.id)]);
    for (const secret of ["03123456789", "345678", "sim0pass01", "simsalt001"]) expect(kept).not.toContain(secret);
  });
});
