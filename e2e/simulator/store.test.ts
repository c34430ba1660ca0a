import { expect, test } from "vitest";
import { pakistanTime, readPakistanTime } from "./pakistan-time";
import { Store } from "./store";

test("time is Pakistan's, five hours ahead", () => {
  expect(pakistanTime(new Date("2026-11-25T20:30:05Z"))).toBe("20261126013005");
  expect(readPakistanTime("20261126013005")?.toISOString()).toBe("2026-11-25T20:30:05.000Z");
  expect(readPakistanTime("20260230000000")).toBeNull();
  expect(readPakistanTime("2026-11-26")).toBeNull();
});

test("reference numbers have the shape of their generation and do not repeat", () => {
  const store = new Store();
  const short = Array.from({ length: 500 }, () => store.gatewayReference("portal"));
  expect(new Set(short).size).toBe(500);
  for (const number of short) expect(number).toMatch(/^\d{12}$/);
  expect(store.gatewayReference("orchestrator")).toMatch(/^\d{24}$/);
});
