import { expect, it } from "vitest";
import { decideStock, MOST_STOCK, type StockChange } from "@/lib/stock/model";

it.each<[string, StockChange, unknown]>([
  ["what came is added", { kind: "received", pieces: 5 }, { kind: "to", stock: 15 }],
  ["what came back too", { kind: "returned", pieces: 1 }, { kind: "to", stock: 11 }],
  ["what broke is taken away", { kind: "damaged", pieces: 4 }, { kind: "to", stock: 6 }],
  ["but never more than there is", { kind: "damaged", pieces: 11 }, { kind: "too_few" }],
  ["a count says how many there are", { kind: "counted", pieces: 3, seen: 10 }, { kind: "to", stock: 3 }],
  ["also where it finds none", { kind: "counted", pieces: 0, seen: 10 }, { kind: "to", stock: 0 }],
  ["of a stock that has changed since it holds no more", { kind: "counted", pieces: 3, seen: 9 }, { kind: "changed" }],
  ["no shop has that many", { kind: "received", pieces: MOST_STOCK }, { kind: "too_many" }],
])("%s", (_, change, decision) => expect(decideStock(10, change)).toEqual(decision));
