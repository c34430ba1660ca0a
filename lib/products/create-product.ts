import { products } from "@/db/schema/catalog";
import { recordAudit } from "@/lib/audit/record-audit";
import { columnsOf } from "@/lib/products/columns-of";
import { productView } from "@/lib/products/product-view";
import type { CreateProductInput, ManagedProductView } from "@/lib/products/schemas";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";
import { sayStockChange } from "@/lib/stock/say-stock-change";

/** An administrator puts a new product into the catalogue; 409 `already_there` for a known code, or a size twice. */
export async function createProduct(
  ctx: UserCtx,
  { item_code, stock, ...fields }: CreateProductInput,
): Promise<ManagedProductView> {
  requireAdmin(ctx.actor, "Products are for the shop's administrators.");
  return ctx.db.transaction(async (tx) => {
    const columns = await columnsOf(tx, fields);
    await sayStockChange({ ...ctx, db: tx }, { kind: "opening", reason: "" });
    const times = { createdAt: ctx.now, updatedAt: ctx.now };
    const [row] = await tx
      .insert(products)
      .values({ itemCode: item_code, stock, ...columns, ...times })
      .returning();
    if (!row) throw new Error("no product was made");
    const after = { item_code, stock, ...fields };
    await recordAudit(tx, ctx, "product.create", `product:${row.id}`, { item_code }, { after });
    return productView(row, fields.category);
  });
}
