import { expect, it } from "vitest";
import { isHurried, timeLeft } from "@/components/cart/time-left";

const END = "2026-11-25T12:00:00.000Z";
const at = (time: string): number => Date.parse(`2026-11-25T${time}Z`);

it("counts whole hours and minutes to a line's end", () => {
  expect(timeLeft(END, at("11:59:59"))).toEqual({ hours: 0, minutes: 0 });
  expect(timeLeft(END, at("10:30:00"))).toEqual({ hours: 1, minutes: 30 });
});

it("is over at the very moment", () => {
  expect(timeLeft(END, at("12:00:00"))).toBeNull();
});

it("hurries within the last hour only", () => {
  expect(isHurried(END, at("11:00:00"))).toBe(false);
  expect(isHurried(END, at("11:00:01"))).toBe(true);
  expect(isHurried(END, at("12:00:00"))).toBe(false);
});
