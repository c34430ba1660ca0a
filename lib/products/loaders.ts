import { listCategories } from "@/lib/categories/queries";
import { addressText } from "@/lib/http/address-text";
import { loadAdminContext, loadStaffContext } from "@/lib/http/load-staff-context";
import { productsPath } from "@/lib/products/model";
import { findManagedProduct, listManagedProducts } from "@/lib/products/queries";
import { type ManagedProductView, ManageProductsQuery, type ProductRowView } from "@/lib/products/schemas";
import { isAdmin } from "@/lib/shared/context";
import { listStockChanges } from "@/lib/stock/queries";

const PAGE_SIZE = 50;

type Address = Record<string, string | string[] | undefined>;

/** What an address asks for; what it says wrongly is passed over. */
function readAddress(address: Address): ManageProductsQuery {
  const { shape } = ManageProductsQuery;
  const { search, category, show, page } = address;
  return {
    search: shape.search.safeParse(search || undefined).data,
    category: shape.category.safeParse(category || undefined).data,
    show: shape.show.safeParse(show || undefined).data,
    page: shape.page.safeParse(page || undefined).data ?? 1,
    page_size: PAGE_SIZE,
  };
}

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
  const asked = readAddress(address);
  const [{ count, rows }, categories] = await Promise.all([listManagedProducts(ctx, asked), listCategories(ctx)]);
  const { page_size: _, ...query } = asked;
  return {
    products: rows.map(rowOf),
    count,
    query,
    pages: Math.max(1, Math.ceil(count / PAGE_SIZE)),
    categories,
    isAdmin: isAdmin(ctx.actor),
    here: productsPath(query),
  };
}

/** One product with why there is as much of it as there is; null for who is no staff, and where there is none. */
export async function loadManagedProduct(itemCode: string) {
  const ctx = await loadStaffContext();
  const found = ctx && (await findManagedProduct(ctx, addressText(itemCode)));
  if (!ctx || !found) return null;
  const [changes, categories] = await Promise.all([listStockChanges(ctx, found.id), listCategories(ctx)]);
  return { ...found, changes, categories, isAdmin: isAdmin(ctx.actor), now: ctx.now };
}

/** What an administrator needs who puts in a new product; null for all others. */
export async function loadNewProduct() {
  const ctx = await loadAdminContext();
  return ctx && { categories: await listCategories(ctx) };
}
