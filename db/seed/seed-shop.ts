import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { categories, products, searchSynonyms } from "@/db/schema/catalog";
import { auditLog } from "@/db/schema/operations";
import { users } from "@/db/schema/users";
import { CATEGORIES, PRODUCTS } from "@/db/seed/catalog";
import type { CatalogProduct } from "@/db/seed/catalog/categories";
import { KEYWORDS } from "@/db/seed/catalog/keywords";
import { SYNONYMS } from "@/db/seed/catalog/synonyms";
import { hashPassword } from "@/lib/auth/password";
import { readAmount, ZERO } from "@/lib/shared/money";

const DEMO_ACCOUNTS = [
  { email: "shopper@example.com", password: "shopper-demo-1", name: "Ayesha Khan", role: "customer" },
  { email: "admin@example.com", password: "admin-demo-1", name: "Sauda Admin", role: "admin" },
] as const;

type Seeded = (typeof PRODUCTS)[number];

function findable(product: Seeded) {
  const { group }: CatalogProduct = product;
  return {
    keywords: KEYWORDS[product.itemCode],
    groupCode: group?.code ?? null,
    optionName: group?.option ?? "",
    optionNameUr: group?.optionUr ?? "",
  };
}

/**
 * Products that stood here before they could be grouped or called by other names get these once, and nothing else; what
 * an administrator has changed is left alone.
 */
async function makeFindable(db: Database): Promise<void> {
  const told = JSON.stringify(
    PRODUCTS.filter(({ itemCode }) => itemCode !== "FG001").map((product) => ({
      code: product.itemCode,
      ...findable(product),
    })),
  );
  await db.execute(sql`
    update ${products} set keywords = told.keywords, group_code = told."groupCode", option_name = told."optionName",
      option_name_ur = told."optionNameUr"
    from jsonb_to_recordset(${told}::jsonb)
      as told (code text, keywords text, "groupCode" text, "optionName" text, "optionNameUr" text)
    where item_code = told.code and products.keywords = '' and products.group_code is null
      and not exists (select from ${auditLog} where subject = 'product:' || products.id)`);
  await db.execute(sql`
    insert into ${searchSynonyms} (word, meaning)
    select search_key(told.word), told.meaning from jsonb_to_recordset(${JSON.stringify(SYNONYMS)}::jsonb)
      as told (word text, meaning text)
    on conflict do nothing`);
}

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
        ...findable(product),
        createdAt: now,
        updatedAt: now,
      })),
    )
    .onConflictDoNothing({ target: products.itemCode });
  await makeFindable(db);
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
