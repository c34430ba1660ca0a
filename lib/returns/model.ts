import { addPaisa, type Paisa, paisa, timesPaisa, ZERO } from "@/lib/shared/money";

type Line = { unitPrice: Paisa; returned: number };
type Sums = { items: Paisa; discount: Paisa };

/**
 * What of an order's price the pieces that came back stand for: their price, less their share of the discount by value.
 * Delivery was had and is no part of it. Rounded for the buyer, and so that all the pieces make exactly all of the goods.
 */
export function valueOfReturned(lines: readonly Line[], { items, discount }: Sums): Paisa {
  const back = addPaisa(...lines.map((line) => timesPaisa(line.unitPrice, line.returned)));
  if (back === 0) return ZERO;
  const onGoods = Math.min(discount, items);
  const share = (BigInt(onGoods) * BigInt(back)) / BigInt(items); // no sum is too large to be exact
  return paisa(back - Number(share));
}
