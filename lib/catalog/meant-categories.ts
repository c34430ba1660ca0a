import { type SQL, sql } from "drizzle-orm";
import { categories, products, searchSynonyms } from "@/db/schema/catalog";

/** A category's words in both languages, without those that a search passes over. */
const telling = sql`array(
  select said from unnest(string_to_array(search_key(concat(name, ' ', name_ur)), ' ')) as said
  where not exists (select from ${searchSynonyms} where word = said and meaning = ''))`;

/**
 * The categories that a typed text names, as JSON of their addresses: each `meant` word begins a word of theirs, in
 * either language, and something of theirs is on sale.
 */
export const meantCategories: SQL = sql`(
  select json_agg(slug order by position, id)
  from (select id, slug, position, ${telling} as words from ${categories} offset 0) as category
  where exists (select from meant) and not exists (
      select from meant as each where not exists (
        select from meant, unnest(words) as said where meant.at = each.at and starts_with(said, meant.word)))
    and exists (select from ${products} where category_id = category.id and is_active))`;
