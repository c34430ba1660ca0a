import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ask, doorAt, signedIn } from "@/app/api/test-doors";
import { atOnce } from "@/db/at-once";
import { carts } from "@/db/schema/carts";
import { users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { aProduct } from "@/db/test-fixtures";
import { untilWaiting } from "@/db/test-waiting";
import { getCart } from "@/lib/cart/get-cart";
import { OPENS_GUEST } from "@/lib/cart/model";
import { findUserContext } from "@/lib/http/context";
import { mergeGuest } from "@/lib/users/merge-guest";

const { db } = testDatabase({ max: 20 });
const door = await doorAt("cart/cart/add_item");
const fromPage = { [OPENS_GUEST]: "1" };
const newVisitor = () =>
  `sauda.visitor=${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url")}`;

async function add(cookie: string, headers: Record<string, string> = fromPage) {
  const { itemCode } = await aProduct(db);
  return ask(door, "POST", { cookie, headers, body: { product_item_code: itemCode } });
}

test("the first thing that a page puts in the cart makes its visitor a guest in the same request", async () => {
  const answer = await add(newVisitor());
  expect(answer.status).toBe(201);
  const [line = ""] = answer.headers.getSetCookie();
  expect(line).toMatch(/^authjs\.session-token=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/);
  const ctx = await findUserContext(line.split(";")[0] ?? "");
  expect(ctx?.actor.isGuest).toBe(true);
  expect(ctx && (await getCart(ctx)).total_quantity).toBe(1);
});

test("twenty first things at once from one browser: one guest, and all twenty in one cart", async () => {
  const visitor = newVisitor();
  const before = (await db.select().from(users).where(eq(users.isGuest, true))).length;
  const { done } = await atOnce(20, () => add(visitor));
  expect(done.map(({ status }) => status)).toEqual(Array(20).fill(201));
  expect(await db.select().from(users).where(eq(users.isGuest, true))).toHaveLength(before + 1);
  const cookie = done[7]?.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const ctx = await findUserContext(cookie);
  expect(ctx && (await getCart(ctx)).total_items).toBe(20);
});

test("a program that does not ask for it is told to sign in, and a person with a session stays who they are", async () => {
  expect((await add(newVisitor(), {})).status).toBe(401);
  const { cookie, actor } = await signedIn(db);
  const answer = await add(`${cookie}; ${newVisitor()}`);
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([201, []]);
  expect((await findUserContext(cookie))?.actor.userId).toBe(actor.userId);
});

test("another site may not make guests", async () => {
  expect((await add(newVisitor(), { ...fromPage, origin: "https://evil.example" })).status).toBe(403);
});

test("what is no request makes nobody a guest, and a refusal remembers the one that it made", async () => {
  const before = (await db.select().from(users)).length;
  expect((await ask(door, "POST", { cookie: newVisitor(), headers: fromPage, body: { quantity: 0 } })).status).toBe(
    400,
  );
  expect(await db.select().from(users)).toHaveLength(before);
  const soldOut = await aProduct(db, { stock: 0 });
  const body = { product_item_code: soldOut.itemCode };
  const refused = await ask(door, "POST", { cookie: newVisitor(), headers: fromPage, body });
  expect([refused.status, refused.json.code]).toEqual([409, "insufficient_stock"]);
  expect(refused.headers.getSetCookie()[0]).toMatch(/^authjs\.session-token=/);
});

test("who signs in in another tab meanwhile stays signed in: the guest's session does not come after", async () => {
  const visitor = newVisitor();
  const guest = await findUserContext((await add(visitor)).headers.getSetCookie()[0]?.split(";")[0] ?? "");
  const account = await signedIn(db);
  const ids = { guestId: guest?.actor.userId ?? 0, accountId: account.actor.userId };
  const { adding } = await db.transaction(async (tx) => {
    await tx.select().from(carts).where(eq(carts.userId, ids.guestId)).for("update");
    const late = add(visitor);
    await untilWaiting(db);
    await mergeGuest({ db: tx, now: new Date() }, ids);
    return { adding: late };
  });
  const { status, headers } = await adding;
  expect([status, headers.getSetCookie()]).toEqual([201, []]);
});
