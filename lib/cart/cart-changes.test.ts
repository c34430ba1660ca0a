import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CartChange,
  joinChange,
  noCart,
  piecesMoved,
  withAnswer,
  withChange,
  withoutEnded,
} from "@/lib/cart/model";
import type { CartItemView, FullCartView } from "@/lib/cart/schemas";
import { formatAmount, paisa, readAmount } from "@/lib/shared/money";

const TIME = "2026-11-25T07:00:00.000Z";
const END = "2026-11-26T07:00:00.000Z";
const NONE: ReadonlySet<string> = new Set();

const item = (id: number, quantity: number, price: number): CartItemView => ({
  id,
  product_item_code: `T${id}`,
  product_name: "Vase",
  product_name_ur: "گلدان",
  image_url: null,
  quantity,
  unit_price: formatAmount(paisa(price)),
  seen_unit_price: formatAmount(paisa(price)),
  subtotal: formatAmount(paisa(price * quantity)),
  available: 1000,
  notes: "",
  is_active: true,
  is_expired: false,
  created_at: TIME,
  updated_at: TIME,
  expires_at: END,
});

const cartOf = (items: CartItemView[]): FullCartView => items.reduce<FullCartView>(withAnswer, noCart(TIME));

const quantity = fc.integer({ min: 1, max: 1000 });
const price = fc.integer({ min: 1, max: 10_000_000 });
const aCart = fc
  .array(fc.tuple(quantity, price), { maxLength: 5 })
  .map((lines) => cartOf(lines.map(([pieces, paisas], at) => item(at + 1, pieces, paisas))));

const aChange = fc
  .record({
    line: fc.integer({ min: 1, max: 7 }),
    kind: fc.constantFrom("add", "set", "remove", "agree"),
    quantity,
    price,
  })
  .map(({ line, kind, quantity: pieces, price: paisas }): ((id: number) => CartChange) => (id) => {
    const mark = { id: `c${id}`, madeAt: Date.parse(TIME), itemCode: `T${line}`, name: "Vase" };
    const unitPrice = formatAmount(paisa(paisas));
    if (kind === "add") return { ...mark, kind, quantity: pieces, unitPrice, imageUrl: null };
    if (kind === "set") return { ...mark, kind, itemId: line, from: 1, quantity: pieces };
    if (kind === "remove") return { ...mark, kind, itemId: line, from: 1 };
    return { ...mark, kind, itemId: line, from: 1, unitPrice };
  });
const someChanges = fc.array(aChange, { maxLength: 12 }).map((make) => make.map((one, at) => one(at)));

const paisaOf = (amount: string) => Number(readAmount(amount));

describe("whatever is changed in whatever cart", () => {
  it("every line is its price times its quantity, and the cart is the sum of its lines, to the paisa", () => {
    fc.assert(
      fc.property(aCart, someChanges, (cart, changes) => {
        const after = changes.reduce(withChange, cart);
        for (const line of after.items) expect(paisaOf(line.subtotal)).toBe(paisaOf(line.unit_price) * line.quantity);
        expect(paisaOf(after.cart_total)).toBe(after.items.reduce((sum, line) => sum + paisaOf(line.subtotal), 0));
        expect(after.total_quantity).toBe(after.items.reduce((sum, line) => sum + line.quantity, 0));
        expect(after.total_items).toBe(after.items.length);
        expect(new Set(after.items.map((line) => line.product_item_code)).size).toBe(after.items.length);
      }),
    );
  });

  it("leaving out the changes that later ones make needless shows the same cart", () => {
    fc.assert(
      fc.property(aCart, someChanges, (cart, changes) => {
        const onLines = changes.filter((change) => change.kind !== "add");
        const joined = onLines.reduce<readonly CartChange[]>((waiting, next) => joinChange(waiting, next, NONE), []);
        expect(joined.reduce(withChange, cart)).toEqual(onLines.reduce(withChange, cart));
        expect(joined.length).toBeLessThanOrEqual(onLines.length);
      }),
    );
  });
});

describe("changes that wait", () => {
  const set = (id: string, from: number, wanted: number): CartChange => ({
    id,
    madeAt: 0,
    itemCode: "T1",
    name: "Vase",
    kind: "set",
    itemId: 1,
    from,
    quantity: wanted,
  });

  it("of many wanted quantities the last is sent, and counts from what the shop knows", () => {
    const waiting = [set("a", 2, 3), set("b", 3, 4), set("c", 4, 9)].reduce<readonly CartChange[]>(
      (known, next) => joinChange(known, next, NONE),
      [],
    );
    expect(waiting).toEqual([set("c", 2, 9)]);
    expect(waiting.map(piecesMoved)).toEqual([7]);
  });

  it("what is on its way already stays, and the next one counts from it", () => {
    const waiting = joinChange([set("a", 2, 3)], set("b", 3, 5), new Set(["a"]));
    expect(waiting.map((change) => change.id)).toEqual(["a", "b"]);
    expect(waiting.reduce((pieces, change) => pieces + piecesMoved(change), 2)).toBe(5);
  });

  it("every addition is kept, as each one counts", () => {
    const add = (id: string): CartChange => ({
      id,
      madeAt: 0,
      itemCode: "T1",
      name: "Vase",
      kind: "add",
      quantity: 1,
      unitPrice: "1.00",
      imageUrl: null,
    });
    expect(joinChange([add("a")], add("b"), NONE)).toHaveLength(2);
  });
});

describe("a line's end", () => {
  it("takes it out of the sum and into the tray at the very moment, and once", () => {
    const cart = cartOf([item(1, 2, 100), item(2, 1, 50)]);
    const early = { ...cart, items: cart.items.with(0, { ...item(1, 2, 100), expires_at: TIME }) };
    expect(withoutEnded(early, Date.parse(TIME) - 1).items).toHaveLength(2);
    const after = withoutEnded({ ...early, expired_items: [item(1, 2, 100)] }, Date.parse(TIME));
    expect(after).toMatchObject({ cart_total: "0.50", total_quantity: 1 });
    expect(after.expired_items.map((line) => line.id)).toEqual([1]);
  });

  it("is not in the tray once the product is in the cart again", () => {
    const cart = { ...cartOf([item(1, 2, 100)]), expired_items: [{ ...item(9, 5, 100), product_item_code: "T1" }] };
    expect(withoutEnded(cart, Date.parse(TIME)).expired_items).toEqual([]);
  });
});
