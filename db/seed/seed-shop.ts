import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { categories, products } from "@/db/schema/catalog";
import { users } from "@/db/schema/users";
import { CATEGORIES, PRODUCTS } from "@/db/seed/catalog";
import { hashPassword } from "@/lib/auth/password";
import { readAmount, ZERO } from "@/lib/shared/money";

const DEMO_ACCOUNTS = [
  { email: "shopper@example.com", password: "shopper-demo-1", name: "Ayesha Khan", role: "customer" },
  { email: "admin@example.com", password: "admin-demo-1", name: "Sauda Admin", role: "admin" },
] as const;

/** Puts in what is not there yet and touches nothing that is: a merchant's edits outlive every repetition. */
export async function seedShop(db: Database, { demoAccounts }: { demoAccounts: boolean }): Promise<void> {
  const now = new Date();
  await db
    .insert(categories)
    .values(CATEGORIES.map(({ slug, name, nameUr }, position) => ({ slug, name, nameUr, position })))
    .onConflictDoNothing({ target: categories.slug });
  const rows = await db.select({ id: categories.id, slug: categories.slug }).from(categories);
  const idOf = new Map(rows.map((row) => [row.slug, row.id]));
  await db
    .insert(products)
    .values(
      PRODUCTS.map((product) => ({
        itemCode: product.itemCode,
        name: product.name,
        nameUr: product.nameUr,
        description: product.description,
        descriptionUr: product.descriptionUr,
        categoryId: idOf.get(product.category) ?? 0,
        pricePaisa: readAmount(String(product.priceRupees)) ?? ZERO,
        stock: product.stock,
        imageUrl: `/products/${product.itemCode}.svg`,
        isActive: product.isActive,
        createdAt: now,
        updatedAt: now,
      })),
    )
    .onConflictDoNothing({ target: products.itemCode });
  if (!demoAccounts) return;
  for (const { email, password, name, role } of DEMO_ACCOUNTS) {
    const [known] = await db
      .select({ id: users.id })
      .from(users)
      .where(sql`lower(${users.email}) = ${email}`);
    if (known) continue;
    const passwordHash = await hashPassword(password);
    await db
      .insert(users)
      .values({ email, name, role, passwordHash, createdAt: now, updatedAt: now })
      .onConflictDoNothing();
  }
}
