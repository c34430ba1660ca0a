import { expect, it, vi } from "vitest";
import { minutesAfter, pakistanClock, pakistanDay, pakistanStamp } from "@/lib/shared/pakistan-time";

it.each([
  ["2026-11-25T07:00:00Z", "20261125120000"],
  ["2026-11-25T18:59:59Z", "20261125235959"],
  ["2026-11-25T19:00:00Z", "20261126000000"],
  ["2026-12-31T19:00:01Z", "20270101000001"],
  ["2028-02-28T20:00:00.999Z", "20280229010000"],
  ["2026-07-01T00:00:00Z", "20260701050000"],
])("at %s Pakistan's clock says %s, in summer and winter", (utc, stamp) => {
  expect(pakistanStamp(new Date(utc))).toBe(stamp);
  expect(pakistanDay(new Date(utc))).toBe(stamp.slice(0, 8));
});

it("does not depend on the server's own zone", () => {
  const at = new Date("2026-11-25T19:00:00Z");
  for (const zone of ["UTC", "America/New_York", "Asia/Karachi", "Pacific/Kiritimati"]) {
    vi.stubEnv("TZ", zone);
    expect(pakistanStamp(at)).toBe("20261126000000");
  }
  vi.unstubAllEnvs();
});

it("counts minutes forwards and backwards", () => {
  const at = new Date("2026-11-25T07:00:00Z");
  expect(minutesAfter(at, 90).toISOString()).toBe("2026-11-25T08:30:00.000Z");
  expect(minutesAfter(at, -0.5).toISOString()).toBe("2026-11-25T06:59:30.000Z");
});

it.each([
  ["2026-11-25T19:00:00Z", "12:00", "before_dawn"],
  ["2026-11-25T22:59:00Z", "3:59", "before_dawn"],
  ["2026-11-25T23:00:00Z", "4:00", "morning"],
  ["2026-11-25T07:05:00Z", "12:05", "noon"],
  ["2026-11-25T10:59:00Z", "3:59", "noon"],
  ["2026-11-25T13:15:00Z", "6:15", "evening"],
  ["2026-11-25T15:00:00Z", "8:00", "night"],
  ["2026-11-25T18:59:00Z", "11:59", "night"],
])("at %s people in Pakistan say %s, %s", (utc, clock, part) => {
  expect(pakistanClock(new Date(utc))).toEqual({ clock, part });
});
