import { expect, test } from "vitest";
import { countStatements } from "@/db/count-statements";
import type { Database } from "@/db/client";
import { testDatabase } from "@/db/test-database";
import { aProduct, NOON, somebody } from "@/db/test-fixtures";
import { findSession } from "@/lib/auth/find-session";
import { openSession } from "@/lib/auth/open-session";
import { findCards } from "@/lib/catalog/find-cards";
import { findProduct } from "@/lib/catalog/queries";
import type { ListProductsQuery } from "@/lib/catalog/schemas";
import { findStanding } from "@/lib/users/find-standing";

const { db, url } = testDatabase();

/** What a page of the shop sends for somebody who is signed in: who it is, how much is in the cart, and its own. */
async function statementsOf(own: (db: Database) => Promise<unknown>): Promise<number> {
  const who = await somebody(db);
  const sessionId = await openSession(db, who.actor.userId, NOON);
  const sent = await countStatements(url, async (db) => {
    const actor = await findSession(db, sessionId, NOON);
    expect(actor).not.toBeNull();
    await findStanding({ ...who, db });
    await own(db);
  });
  return sent.length;
}

const cards = (query: Partial<ListProductsQuery>) => (db: Database) =>
  findCards(db, { page: 1, page_size: 24, ...query }, { isGrouped: true });

test("home sends three statements", async () => {
  expect(await statementsOf(cards({ ordering: "newest" }))).toBeLessThanOrEqual(3);
});

test("the shelf sends four or fewer, with a search and filters as well", async () => {
  expect(await statementsOf(cards({}))).toBeLessThanOrEqual(4);
  expect(await statementsOf(cards({ search: "blu vase", category: "tests", in_stock: true }))).toBeLessThanOrEqual(4);
});

test("a product's page sends three", async () => {
  const { itemCode } = await aProduct(db);
  expect(await statementsOf((db) => findProduct(db, itemCode))).toBeLessThanOrEqual(3);
});
