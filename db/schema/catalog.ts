import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { idColumn, paisaColumn, refColumn, timeColumn } from "@/db/schema/columns";

const wordsColumn = customType<{ data: string }>({ dataType: () => "tsvector" });

/** Text in the order of its bytes, in every database: an index over it finds by beginnings. */
const wordColumn = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

export const categories = pgTable(
  "categories",
  {
    id: idColumn(),
    slug: text().notNull(),
    name: text().notNull(),
    nameUr: text().notNull(),
    position: integer().notNull().default(0),
  },
  (t) => [unique("categories_unique_slug").on(t.slug)],
);

export const products = pgTable(
  "products",
  {
    id: idColumn(),
    itemCode: text().notNull(),
    name: text().notNull(),
    nameUr: text().notNull(),
    description: text().notNull().default(""),
    descriptionUr: text().notNull().default(""),
    categoryId: refColumn()
      .notNull()
      .references(() => categories.id),
    pricePaisa: paisaColumn().notNull(),
    stock: integer().notNull().default(0),
    /** Pieces in orders that stand: what is taken from the stock is added here, and goes back from here. */
    sold: integer().notNull().default(0),
    imageUrl: text(),
    isActive: boolean().notNull().default(true),
    /** Products of one group are one thing in several sizes or weights, each with its own stock and price. */
    groupCode: text(),
    optionName: text().notNull().default(""),
    optionNameUr: text().notNull().default(""),
    /** What people also call it, Roman Urdu above all. */
    keywords: text().notNull().default(""),
    searchWords: wordsColumn().generatedAlwaysAs(
      sql`product_search_words(item_code, name, name_ur, keywords, description, description_ur)`,
    ),
    createdAt: timeColumn().notNull(),
    updatedAt: timeColumn().notNull(),
  },
  (t) => [
    unique("products_unique_item_code").on(t.itemCode),
    uniqueIndex("products_one_spelling_per_item_code").on(sql`lower(${t.itemCode})`),
    check("products_stock_not_negative", sql`${t.stock} >= 0`),
    check("products_price_in_range", sql`${t.pricePaisa} between 1 and 10000000000`),
    index("products_category_id").on(t.categoryId),
    index("products_by_price").on(t.pricePaisa, t.id),
    index("products_by_name").on(sql`lower(${t.name})`, t.id),
    check(
      "products_option_has_its_name",
      sql`${t.groupCode} is null or (${t.optionName} <> '' and ${t.optionNameUr} <> '')`,
    ),
    unique("products_one_option_per_group").on(t.groupCode, t.optionName),
    index("products_by_search_words").using("gin", t.searchWords),
  ],
);

/** Every word by which products are called: what a mistyped one may have meant. A trigger on the products fills it. */
export const searchWords = pgTable(
  "search_words",
  {
    word: wordColumn().primaryKey(),
    /** As it was first written: what people read has letters and marks that a search passes over. */
    shown: text().notNull(),
    /** The word with one letter left out, each once: two words that share one of these are one mistake apart. */
    shortened: text()
      .array()
      .generatedAlwaysAs(sql`shortened_words(word)`),
    /** In Latin letters, so that words of every script are compared alike. */
    letters: text().generatedAlwaysAs(sql`latin_letters(word)`),
    /** Its consonants, by which the spellings of Roman Urdu are alike. */
    sound: text().generatedAlwaysAs(sql`word_sound(word)`),
  },
  (t) => [
    index("search_words_by_shortened").using("gin", t.shortened),
    index("search_words_by_sound").on(t.sound),
    index("search_words_by_letters").using("gin", sql`${t.letters} gin_trgm_ops`),
  ],
);

/** What a word means beside itself, as people search; a word that means nothing is passed over. */
export const searchSynonyms = pgTable(
  "search_synonyms",
  { word: wordColumn().notNull(), meaning: text().notNull() },
  (t) => [primaryKey({ name: "search_synonyms_pkey", columns: [t.word, t.meaning] })],
);
