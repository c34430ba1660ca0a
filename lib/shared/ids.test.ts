import { expect, it } from "vitest";
import { newOrderNumber, newTransactionId } from "@/lib/shared/ids";

const EVENING = new Date("2026-11-25T20:00:00Z"); // the 26th already in Pakistan

it("an order's number carries Pakistan's day", () => {
  expect(newOrderNumber(EVENING)).toMatch(/^ORD-[A-HJ-NP-Z2-9]{8}-20261126$/);
});

it("a transaction's reference has at most 20 letters and digits, and the day", () => {
  expect(newTransactionId(EVENING)).toMatch(/^T261126[A-HJ-NP-Z2-9]{13}$/);
});

it("ten thousand of them at one moment are all different", () => {
  const numbers = Array.from({ length: 10_000 }, () => newOrderNumber(EVENING));
  const references = Array.from({ length: 10_000 }, () => newTransactionId(EVENING));
  expect(new Set(numbers).size).toBe(10_000);
  expect(new Set(references).size).toBe(10_000);
});

it("each sign of the alphabet comes about as often", () => {
  const counts = new Map<string, number>();
  const signs = Array.from({ length: 5000 }, () => newTransactionId(EVENING).slice(7)).join("");
  for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  expect(counts.size).toBe(32);
  const fair = signs.length / 32;
  for (const count of counts.values()) expect(Math.abs(count - fair) / fair).toBeLessThan(0.15);
});
