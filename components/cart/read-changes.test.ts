import { expect, it } from "vitest";
import { readChanges } from "@/components/cart/read-changes";

const NOW = Date.parse("2026-11-25T12:00:00Z");
const HOUR_MS = 3_600_000;
const mark = { id: "a", itemCode: "FG001", name: "Ajrak", madeAt: NOW - HOUR_MS };
const add = { ...mark, kind: "add", quantity: 2, unitPrice: "1500.00", imageUrl: null };
const set = { ...mark, kind: "set", itemId: 7, from: 1, quantity: 3 };

const read = (kept: unknown) => readChanges(JSON.stringify(kept), NOW);

it("reads what it kept", () => {
  expect(read([add, set])).toEqual([add, set]);
});

it("leaves out what is so old that the shop would not know it again", () => {
  expect(read([{ ...add, madeAt: NOW - 24 * HOUR_MS }, set])).toEqual([set]);
});

it("leaves out whatever else stands there", () => {
  expect(read([null, 7, {}, { ...add, kind: "steal" }, { ...set, quantity: "3" }, { ...add, madeAt: null }])).toEqual(
    [],
  );
  expect(read({ add })).toEqual([]);
  expect(readChanges("{", NOW)).toEqual([]);
});
