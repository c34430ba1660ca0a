import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { categories, products } from "@/db/schema/catalog";
import { statement } from "@/db/statement";

type CatalogueAddress = { kind: "category" | "product"; name: string; changedAt: string | null };

const LIST = statement<object, CatalogueAddress>(
  () => sql`
    select kind, name, changed_at from (
      select 'category' as kind, ${categories.slug} as name, null::text as changed_at, ${categories.position} as place
      from ${categories}
      where exists (select from ${products} where ${products.categoryId} = ${categories.id} and ${products.isActive})
      union all
      select 'product', ${products.itemCode}, to_char(${products.updatedAt} at time zone 'UTC', 'YYYY-MM-DD'), ${products.id}
      from ${products} where ${products.isActive}
    ) as addresses order by kind, place`,
);

/** What of the catalogue has a page of its own, for those who list the shop's addresses. */
export const listCatalogueAddresses = (db: Database): Promise<CatalogueAddress[]> => LIST(db, {});
