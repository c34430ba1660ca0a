import { expect, it } from "vitest";
import { declineReason } from "@/components/payments/decline-reason";

it("tells a payer what can be done about it", () => {
  expect(declineReason("004")).toBe("balance");
  expect(declineReason("112")).toBe("cancelled");
  expect(declineReason("404")).toBe("cardExpired");
  expect(declineReason("101")).toBe("ours");
});

it("does not pretend to know a code that nobody has heard of", () => {
  expect(declineReason("777")).toBe("other");
  expect(declineReason(null)).toBe("other");
});
