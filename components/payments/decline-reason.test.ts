import { expect, it } from "vitest";
import { declineReason } from "@/components/payments/decline-reason";
import { meaningOf } from "@/lib/jazzcash/response-codes";

it("tells a payer what can be done about it", () => {
  expect(declineReason("004")).toBe("balance");
  expect(declineReason("405")).toBe("balance");
  expect(declineReason("402")).toBe("card"); // declined by the bank, for a reason that it keeps
  expect(declineReason("112")).toBe("cancelled");
  expect(declineReason("404")).toBe("cardExpired");
  expect(declineReason("101")).toBe("ours");
});

it("does not pretend to know a code that nobody has heard of", () => {
  expect(declineReason("777")).toBe("other");
  expect(declineReason(null)).toBe("other");
});

it("has words for each code that is a refusal", () => {
  const codes = Array.from({ length: 1000 }, (_, code) => String(code).padStart(3, "0"));
  const refusals = codes.filter((code) => meaningOf(code) === "declined");
  expect(refusals.filter((code) => declineReason(code) === "other")).toEqual([]);
});
