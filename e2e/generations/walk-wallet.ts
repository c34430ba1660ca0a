import { describe, expect, it } from "vitest";
import { storyOf } from "@/db/test-notices";
import type { Generation, Walk } from "@/e2e/generations/walk-of";
import { env } from "@/lib/env";

const GOOD_NUMBER = "03123456789";

export function walkWallet({ db, shop, storyAfter, isTold, payByWallet, refund }: Walk, generation: Generation): void {
  describe.each(["v2", "v1.1"] as const)("the wallet in its shape %s", (shape) => {
    it("pays, and goes back in parts", async () => {
      const payment = await payByWallet(GOOD_NUMBER, shape);
      expect(payment.status).toBe("completed");
      await isTold(payment);
      const story = await storyOf(db, payment);
      expect(story.payment.gatewayReference).toMatch(generation.reference);
      expect(story).toMatchObject({ order: { status: "confirmed" }, movements: [{ kind: "payment" }], reviews: [] });

      await shop.control("settings", { mpin: "9999" });
      const wrong = refund(payment, "1000.00");
      await expect(wrong).rejects.toMatchObject({ code: "refund_refused", extra: { gateway_code: "110" } });
      await shop.control("settings", { mpin: "1234" });
      for (const amount of ["1000.00", "1500.50"]) expect(await refund(payment, amount)).toMatchObject({ amount });
      expect(await storyOf(db, payment)).toMatchObject({ payment: { status: "partially_refunded" } });
      await refund(payment);
      expect(await storyOf(db, payment)).toMatchObject({ payment: { status: "refunded" } });
      expect(await shop.transaction(payment)).toMatchObject({ refunded_paisa: 300_000 });
    });

    it("declines, with the reason", async () => {
      const payment = await payByWallet("03120000004", shape);
      expect(await storyOf(db, payment)).toMatchObject({
        payment: { status: "failed", responseCode: "004" },
        order: { status: "pending", paymentStatus: "unpaid" },
      });
    });

    it("is pending, and paid a little later", async () => {
      const payment = await payByWallet("03120000121", shape);
      expect(payment.status).toBe("processing");
      await isTold(payment);
      await storyAfter(payment, "completed");
    });

    it("answers when the shopper has stopped waiting", async () => {
      const patience = env().jazzcash.timeoutMs;
      env().jazzcash.timeoutMs = 100;
      const payment = await payByWallet("03120000134", shape);
      env().jazzcash.timeoutMs = patience;
      expect(payment.status).toBe("processing");
      await storyAfter(payment, "completed");
    });
  });
}
