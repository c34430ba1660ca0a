import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { aBrowser } from "@/app/api/auth/test-browser";
import { users } from "@/db/schema/users";
import { atOnce } from "@/db/at-once";
import { testDatabase } from "@/db/test-database";
import { aLine } from "@/db/test-fixtures";
import { getCart } from "@/lib/cart/get-cart";
import { findUserContext, systemContext } from "@/lib/http/context";
import type { UserCtx } from "@/lib/shared/context";
import { MERGED_COOKIE } from "@/lib/users/model";
import { registerUser } from "@/lib/users/register-user";

const { db } = testDatabase({ max: 20 });
const COOKIE = "authjs.session-token";
const password = "sohan halwa";

const register = (email: string) => registerUser(systemContext("test"), { email, password, name: "Omar" });

async function whoIs({ cookie }: { cookie: () => string }): Promise<UserCtx> {
  const ctx = await findUserContext(cookie());
  if (!ctx) throw new Error("nobody is signed in");
  return ctx;
}

test("the guest door opens a session without any field, and next-auth knows it", async () => {
  const browser = aBrowser();
  const response = await browser.beGuest();
  expect([response.status, response.headers.get("location")]).toEqual([302, "http://localhost:3000/cart"]);
  const { actor } = await whoIs(browser);
  expect(actor).toMatchObject({ isGuest: true, role: "customer" });
  const session = await (await browser.get("session")).json();
  expect(session).toMatchObject({ user: { id: String(actor.userId), role: "customer" } });
  expect(session.user.email ?? null).toBeNull();
});

test("who has a session keeps it, guest or not", async () => {
  const guest = aBrowser();
  await guest.beGuest();
  const before = guest.jar.get(COOKIE);
  await guest.beGuest();
  expect(guest.jar.get(COOKIE)).toBe(before);

  const { id } = await register("keeps@example.com");
  const person = aBrowser();
  await person.signIn("keeps@example.com", password);
  await person.beGuest();
  expect((await whoIs(person)).actor).toMatchObject({ userId: id, isGuest: false });
});

test("twenty calls at once from one browser make one guest", async () => {
  const browser = aBrowser();
  await browser.get("csrf");
  const before = (await db.select().from(users).where(eq(users.isGuest, true))).length;
  const { done } = await atOnce(20, () => browser.beGuest());
  expect(done.map(({ status }) => status)).toEqual(Array(20).fill(302));
  expect(await db.select().from(users).where(eq(users.isGuest, true))).toHaveLength(before + 1);
  expect((await whoIs(browser)).actor.isGuest).toBe(true);
});

test("after a sign-out the same browser is a new guest", async () => {
  const browser = aBrowser();
  await browser.beGuest();
  const first = (await whoIs(browser)).actor.userId;
  await browser.post("signout");
  expect(await findUserContext(browser.cookie())).toBeNull();
  await browser.beGuest();
  expect((await whoIs(browser)).actor.userId).not.toBe(first);
});

test("signing in brings the guest's cart along, once, and the next page is told", async () => {
  await register("brings@example.com");
  const browser = aBrowser();
  await browser.beGuest();
  const guest = await whoIs(browser);
  await aLine(guest, { quantity: 2 });
  await browser.signIn("brings@example.com", password);
  const account = await whoIs(browser);
  expect(account.actor.isGuest).toBe(false);
  expect((await getCart(account)).total_quantity).toBe(2);
  expect(browser.jar.get(MERGED_COOKIE)).toBe("2.0.0");
  browser.jar.delete(MERGED_COOKIE);
  await browser.signIn("brings@example.com", password);
  expect(browser.jar.has(MERGED_COOKIE)).toBe(false);
  expect((await getCart(account)).total_quantity).toBe(2);
});

test("a guest whose session has ended comes along by what the browser is known by", async () => {
  await register("returns@example.com");
  const browser = aBrowser();
  await browser.beGuest();
  await aLine(await whoIs(browser), { quantity: 3 });
  browser.jar.delete(COOKIE);
  await browser.signIn("returns@example.com", password);
  expect((await getCart(await whoIs(browser))).total_quantity).toBe(3);
});

test("two sign-ins at once take the guest over once", async () => {
  await register("twice@example.com");
  const browser = aBrowser();
  await browser.beGuest();
  await aLine(await whoIs(browser), { quantity: 2 });
  const { done } = await atOnce(2, () => browser.signIn("twice@example.com", password));
  const told = done.filter((answer) => answer.headers.getSetCookie().some((line) => line.startsWith(MERGED_COOKIE)));
  expect(told).toHaveLength(1);
  expect((await getCart(await whoIs(browser))).total_quantity).toBe(2);
});

test("a wrong password and a disabled account take nothing over", async () => {
  const { id } = await register("disabled@example.com");
  const browser = aBrowser();
  await browser.beGuest();
  const guest = await whoIs(browser);
  await aLine(guest, { quantity: 2 });
  await browser.signIn("disabled@example.com", "wrong");
  await db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, id));
  await browser.signIn("disabled@example.com", password);
  expect((await whoIs(browser)).actor).toMatchObject({ userId: guest.actor.userId, isGuest: true });
  expect((await getCart(guest)).total_quantity).toBe(2);
});

test("another site may not make guests", async () => {
  const answer = await aBrowser({ origin: "https://evil.example" }).beGuest();
  expect([answer.status, (await answer.json()).code]).toEqual([403, "cross_origin"]);
});
