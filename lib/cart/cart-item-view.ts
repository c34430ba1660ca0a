import { expiresAt, expiryCutoff } from "@/lib/cart/model";
import type { CartItemView } from "@/lib/cart/schemas";
import { env } from "@/lib/env";
import { formatAmount, type Paisa, timesPaisa } from "@/lib/shared/money";

/** A line of the cart with the catalogue's name and price of this moment. */
export type CartItemRow = {
  id: number;
  quantity: number;
  notes: string;
  isActive: boolean;
  createdAt: Date;
  updatedAt: Date;
  itemCode: string;
  name: string;
  nameUr: string;
  imageUrl: string | null;
  pricePaisa: Paisa;
  seenPricePaisa: Paisa | null;
  /** How many could be ordered at this moment. */
  available: number;
};

export function cartItemView(row: CartItemRow, now: Date): CartItemView {
  const hours = env().cartExpiryHours;
  return {
    id: row.id,
    product_item_code: row.itemCode,
    product_name: row.name,
    product_name_ur: row.nameUr,
    image_url: row.imageUrl,
    quantity: row.quantity,
    unit_price: formatAmount(row.pricePaisa),
    seen_unit_price: formatAmount(row.seenPricePaisa ?? row.pricePaisa),
    subtotal: formatAmount(timesPaisa(row.pricePaisa, row.quantity)),
    available: row.available,
    notes: row.notes,
    is_active: row.isActive,
    is_expired: row.createdAt <= expiryCutoff(now, hours),
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    expires_at: expiresAt(row.createdAt, hours).toISOString(),
  };
}
