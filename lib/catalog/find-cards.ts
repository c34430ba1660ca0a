import { type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { categories, products, searchWords } from "@/db/schema/catalog";
import { statement } from "@/db/statement";
import { askedWords } from "@/lib/catalog/asked-words";
import { meantCategories } from "@/lib/catalog/meant-categories";
import type { CategoryView, ListProductsQuery, ProductCard } from "@/lib/catalog/schemas";
import { formatAmount, type Paisa } from "@/lib/shared/money";

type Ordering = NonNullable<ListProductsQuery["ordering"]> | "best";

/** `isGrouped`: products of one group are one card, and a page past the end is the last one. */
type Asked = {
  search: string;
  category: string | null;
  priceFrom: Paisa | null;
  priceTo: Paisa | null;
  inStock: boolean;
  isGrouped: boolean;
  page: number;
  pageSize: number;
};
type Holders = { [K in keyof Asked]-?: Placeholder };

type CardRow = Omit<ProductCard, "unit_price"> & { price_paisa: Paisa };
type Word = { shown: string; isGuess: boolean; isKnown: boolean };
type Answer = {
  count: number;
  page: number;
  cards: CardRow[] | null;
  words: Word[] | null;
  meant: string[] | null;
  categories: CategoryView[] | null;
};

const ORDER: Record<Ordering, SQL> = {
  best: sql`tier desc, stock > 0 desc, rank desc, first_id`,
  name: sql`lower(name), id`,
  "-name": sql`lower(name) desc, id desc`,
  unit_price: sql`price_paisa, id`,
  "-unit_price": sql`price_paisa desc, id desc`,
  newest: sql`created_at desc, id desc`,
};

const onSale = ({ category, priceFrom, priceTo, inStock, isGrouped }: Holders) => sql`
  is_active
  and (${category}::text is null or category_id = (select id from ${categories} where slug = ${category}::text)
    or ${isGrouped}::boolean and not exists (select from ${categories} where slug = ${category}::text))
  and (${priceFrom}::bigint is null or price_paisa >= ${priceFrom}::bigint)
  and (${priceTo}::bigint is null or price_paisa <= ${priceTo}::bigint)
  and (not ${inStock}::boolean or stock > 0)`;

/** An item code before a whole name, that before its beginning, all words in names, their beginnings, elsewhere, guesses. */
const TIER = sql`case
  when search_words @@ (select ('''#' || key || '''')::tsquery from asked) then 6
  when search_words @@ (select ('''=' || key || '''')::tsquery from asked) then 5
  when search_words @@ (select ('''=' || key || ''':*')::tsquery from asked) then 4
  when search_words @@ (select whole from asked) then 3
  when search_words @@ (select begun from asked) then 2
  when search_words @@ (select said from asked) then 1
  else 0 end`;

const COLUMNS = sql`id, name, price_paisa, stock, created_at`;

const cardsOf = (found: SQL, holders: Holders, order: SQL, words: SQL) => sql`
  with ${found},
  cards as materialized (
    select distinct on (key) *, price_paisa < max(price_paisa) over (partition by key) as is_from,
      min(id) over (partition by key) as first_id from found
    order by key, tier desc, stock > 0 desc, price_paisa, id
  ),
  total as materialized (
    select count(*)::int as count, case when ${holders.isGrouped}::boolean
      then least(${holders.page}::int, greatest(1, ceil(count(*)::numeric / ${holders.pageSize}::int)::int))
      else ${holders.page}::int end as page
    from cards
  ),
  shown as (
    select row_number() over (order by ${order}) as at, id, is_from from cards
    order by at limit ${holders.pageSize}::int offset (select (page - 1)::bigint * ${holders.pageSize}::int from total)
  )
  select count, page, (
    select json_agg(json_build_object('item_code', item_code, 'name', products.name, 'nameUr', products.name_ur,
      'price_paisa', price_paisa, 'stock', stock, 'category', categories.slug, 'image_url', image_url,
      'is_active', is_active, 'group_code', group_code, 'option_name', option_name, 'optionNameUr', option_name_ur,
      'isFrom', is_from, 'options', (
        select count(*) from products as option where option.group_code = products.group_code and option.is_active)
    ) order by at)
    from shown join ${products} on products.id = shown.id join ${categories} on categories.id = category_id
  ) as cards, case when ${holders.isGrouped}::boolean then (
    select json_agg(json_build_object('slug', slug, 'name', name, 'nameUr', name_ur) order by position, id) from ${categories}
    where exists (select from ${products} as on_sale where on_sale.category_id = categories.id and on_sale.is_active)
  ) end as categories, ${words}
  from total`;

const searchOf = (order: SQL) =>
  statement<Asked, Answer>((holders) =>
    cardsOf(
      sql`${askedWords(holders.search)},
      found as materialized (
        select ${COLUMNS}, ${TIER} as tier, ts_rank(search_words, (select "full" from asked)) as rank,
          case when ${holders.isGrouped}::boolean and group_code is not null then group_code else ' ' || id end as key
        from ${products} where search_words @@ (select "full" from asked) and ${onSale(holders)}
      )`,
      holders,
      order,
      sql`(
        select json_agg(json_build_object('shown', coalesce(best.shown, known.shown, typed), 'isGuess', is_guess,
          'isKnown', is_guess or known.word is not null) order by at)
        from (select distinct on (at) * from meant order by at, is_guess desc, closeness desc) as best
          left join ${searchWords} as known on known.word = typed
      ) as words, ${meantCategories} as meant`,
    ),
  );

const shelfOf = (order: SQL) =>
  statement<Omit<Asked, "search">, Answer>((holders) =>
    cardsOf(
      sql`found as materialized (
        select ${COLUMNS}, coalesce(group_code, ' ' || id) as key, 0 as tier, 0 as rank
        from ${products} where ${onSale(holders as Holders)}
      )`,
      holders as Holders,
      order,
      sql`null::json as words, null::json as meant`,
    ),
  );

const each = <T>(make: (order: SQL) => T) =>
  Object.fromEntries(Object.entries(ORDER).map(([name, order]) => [name, make(order)])) as Record<Ordering, T>;

const SEARCH = each(searchOf);
const SHELF = each(shelfOf);

const NOTHING: Answer = { count: 0, page: 1, cards: null, words: null, meant: null, categories: null };

/**
 * Products as cards, one page of them, in one statement; `words` are what the typed text was taken to mean, `meant` the
 * categories that it names.
 */
export async function findCards(db: Database, query: ListProductsQuery, { isGrouped }: { isGrouped: boolean }) {
  const asked = {
    category: query.category || null,
    priceFrom: query.price_from ?? null,
    priceTo: query.price_to ?? null,
    inStock: query.in_stock ?? false,
    isGrouped,
    page: query.page,
    pageSize: query.page_size,
  };
  const ordering = query.ordering ?? "best";
  const [answer = NOTHING] = query.search
    ? await SEARCH[ordering](db, { ...asked, search: query.search })
    : await SHELF[ordering](db, asked);
  const cards = (answer.cards ?? []).map(({ price_paisa, ...card }): ProductCard => ({
    ...card,
    unit_price: formatAmount(price_paisa),
  }));
  const { words, meant, categories } = answer;
  return { ...answer, cards, words: words ?? [], meant: meant ?? [], categories: categories ?? [] };
}
