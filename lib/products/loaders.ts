import { cache } from "react";
import { listCategories } from "@/lib/categories/queries";
import { type Address, filtersIn, pagesOf, pathWith } from "@/lib/http/address-filters";
import { addressText } from "@/lib/http/address-text";
import { newFormKey } from "@/lib/http/form-key";
import { loadAdminContext, loadStaffContext } from "@/lib/http/load-staff-context";
import { findManagedProduct, listManagedProducts } from "@/lib/products/queries";
import { type ManagedProductView, ManageProductsQuery, type ProductRowView } from "@/lib/products/schemas";
import { isAdmin } from "@/lib/shared/context";
import { listStockChanges } from "@/lib/stock/queries";

const PAGE_SIZE = 50;

/** What the list shows of a product, and no more. */
const rowOf = (product: ManagedProductView): ProductRowView => ({
  item_code: product.item_code,
  name: product.name,
  name_ur: product.name_ur,
  category: product.category,
  group_code: product.group_code,
  option_name: product.option_name,
  option_name_ur: product.option_name_ur,
  is_active: product.is_active,
  price: product.price,
  stock: product.stock,
});

/** One page of all products for the staff, null for all others. */
export async function loadManagedProducts(address: Address) {
  const ctx = await loadStaffContext();
  if (!ctx) return null;
  const { page = 1, search, category, show } = filtersIn(ManageProductsQuery, address);
  const filters = { search, category, show };
  const [{ count, rows }, categories] = await Promise.all([
    listManagedProducts(ctx, { ...filters, page, page_size: PAGE_SIZE }),
    listCategories(ctx),
  ]);
  return {
    products: rows.map(rowOf),
    count,
    filters,
    pages: pagesOf("/admin/products", filters, { page, count, size: PAGE_SIZE }),
    categories,
    isAdmin: isAdmin(ctx.actor),
    here: pathWith("/admin/products", { ...filters, page }),
    formKey: newFormKey(ctx.now),
  };
}

/** One product with why there is as much of it as there is; null for who is no staff, and where there is none. */
export const loadManagedProduct = cache(async (itemCode: string) => {
  const ctx = await loadStaffContext();
  const found = ctx && (await findManagedProduct(ctx, addressText(itemCode)));
  if (!ctx || !found) return null;
  const [changes, categories] = await Promise.all([listStockChanges(ctx, found.id), listCategories(ctx)]);
  return { ...found, changes, categories, isAdmin: isAdmin(ctx.actor), formKey: newFormKey(ctx.now), now: ctx.now };
});

/** What an administrator needs who puts in a new product; null for all others. */
export async function loadNewProduct() {
  const ctx = await loadAdminContext();
  return ctx && { categories: await listCategories(ctx) };
}
