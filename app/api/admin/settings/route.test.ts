import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ask, doorAt, NOBODYS_COOKIE, signedIn } from "@/app/api/test-doors";
import { atOnce } from "@/db/at-once";
import { auditLog } from "@/db/schema/operations";
import { shopSettings } from "@/db/schema/settings";
import { testDatabase } from "@/db/test-database";
import { somebody } from "@/db/test-fixtures";
import { changeSettings } from "@/lib/settings/change-settings";
import { getSettings } from "@/lib/settings/get-settings";
import { DEFAULT_SETTINGS } from "@/lib/settings/model";
import { SettingsForm, SettingsView } from "@/lib/settings/schemas";
import { settingsView } from "@/lib/settings/settings-view";

const { db, inTransaction } = testDatabase({ max: 20 });
const door = await doorAt("admin/settings");

const WISH = {
  cash_limit: "50000.00",
  open_cash_per_phone: 2,
  cash_needs_call: true,
  approval_above: "10000.50",
  unsettled_after_days: 3,
  low_stock_below: 8,
};

test(
  "a shop whose merchant has decided nothing works by its defaults",
  inTransaction(async (tx) => {
    expect(await getSettings({ db: tx })).toEqual(DEFAULT_SETTINGS);
    await tx.delete(shopSettings);
    expect(await getSettings({ db: tx })).toEqual(DEFAULT_SETTINGS);
  }),
);

test("an administrator changes them, and the audit log has what was before and after", async () => {
  const admin = await signedIn(db, "admin");
  const before = settingsView(await getSettings({ db }));
  const put = (body: object) => ask(door, "PUT", { cookie: admin.cookie, body });
  expect(await put(WISH)).toMatchObject({ status: 200, json: WISH });
  const { json } = await ask(door, "GET", { cookie: admin.cookie });
  expect(SettingsView.strict().parse(json)).toEqual(WISH);
  const [entry] = await db.select().from(auditLog).orderBy(desc(auditLog.id)).limit(1);
  expect(entry).toMatchObject({
    actor: `user:${admin.actor.userId}`,
    action: "settings.change",
    before: { approvalAbovePaisa: null, cashLimitPaisa: 20_000_000 },
    after: { approvalAbovePaisa: 1_000_050, cashLimitPaisa: 5_000_000, openCashPerPhone: 2, cashNeedsCall: true },
  });
  expect(await put(before)).toMatchObject({ status: 200, json: before });
});

test("staff see them, and nobody else sees or changes them", async () => {
  const people: [number, number, string][] = [
    [401, 401, NOBODYS_COOKIE],
    [403, 403, (await signedIn(db)).cookie],
    [200, 403, (await signedIn(db, "staff")).cookie],
  ];
  for (const [seeing, changing, cookie] of people) {
    expect((await ask(door, "GET", { cookie })).status).toBe(seeing);
    expect((await ask(door, "PUT", { cookie, body: { nothing: 1 } })).status).toBe(changing);
  }
  const staff = await somebody(db, { role: "staff" });
  await expect(changeSettings(staff, WISH)).rejects.toMatchObject({ code: "forbidden" });
});

test.each<[object, string]>([
  [{ cash_limit: "-1" }, "cash_limit"],
  [{ cash_limit: null }, "cash_limit"],
  [{ open_cash_per_phone: 0 }, "open_cash_per_phone"],
  [{ cash_needs_call: "yes" }, "cash_needs_call"],
  [{ approval_above: "1.234" }, "approval_above"],
  [{ unsettled_after_days: 0 }, "unsettled_after_days"],
  [{ low_stock_below: 1.5 }, "low_stock_below"],
])("%j is refused by its field", async (change, path) => {
  const { cookie } = await signedIn(db, "admin");
  const answer = await ask(door, "PUT", { cookie, body: { ...WISH, ...change } });
  expect([answer.status, answer.json.errors[0].path]).toEqual([400, path]);
});

test("of two administrators who saw the same, the second is told what the first has changed", async () => {
  const [one, other] = [await signedIn(db, "admin"), await signedIn(db, "admin")];
  const get = () => ask(door, "GET", { cookie: one.cookie });
  const { json: seen, headers } = await get();
  const ifMatch = { "if-match": headers.get("etag") ?? "" };
  const put = ({ cookie }: { cookie: string }, body: object) =>
    ask(door, "PUT", { cookie, headers: ifMatch, body: { ...seen, ...body } });
  const first = await put(one, { low_stock_below: 77 });
  expect([first.status, first.headers.get("etag")]).toEqual([200, (await get()).headers.get("etag")]);
  const second = await put(other, { low_stock_below: 78 });
  expect(second).toMatchObject({
    status: 409,
    json: { code: "changed_meanwhile", changes: [{ field: "low_stock_below", now: "77" }] },
  });
  expect((await get()).json).toEqual({ ...seen, low_stock_below: 77 });
  const unseen = changeSettings(other, { ...seen, low_stock_below: 79, seen });
  await expect(unseen).rejects.toMatchObject({ code: "changed_meanwhile" });
  await changeSettings(other, { ...seen, low_stock_below: 79, seen: { ...seen, low_stock_below: 77 } });
});

test("of twenty who saw the same settings, one changes them", async () => {
  const admin = await somebody(db, { role: "admin" });
  const seen = settingsView(await getSettings({ db }));
  const { done, refused } = await atOnce(20, (lane) =>
    changeSettings(admin, { ...seen, low_stock_below: 1000 + lane, seen }),
  );
  expect([done.length, new Set(refused)]).toEqual([1, new Set(["changed_meanwhile"])]);
});

test("the form reads what people type, and what is left empty is no limit", () => {
  const typed = { seen: "{}", cash_limit: "200,000", unsettled_after_days: "5", low_stock_below: "0" };
  expect(SettingsForm.parse(typed)).toEqual({
    seen: {},
    cash_limit: "200000",
    open_cash_per_phone: null,
    cash_needs_call: false,
    approval_above: null,
    unsettled_after_days: 5,
    low_stock_below: 0,
  });
});

test("of twenty changes at once each begins where another ended", async () => {
  const admin = await somebody(db, { role: "admin" });
  const wishes = Array.from({ length: 20 }, (_, at) => ({ ...WISH, low_stock_below: 100 + at }));
  await Promise.all(wishes.map((wish) => changeSettings(admin, wish)));
  const entries = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.actor, `user:${admin.actor.userId}`))
    .orderBy(auditLog.id);
  const inOrder = entries.toSorted((a, b) => a.id - b.id);
  expect(inOrder).toHaveLength(20);
  for (const [at, entry] of inOrder.entries()) {
    if (at > 0) expect(entry.before).toEqual(inOrder[at - 1]?.after);
  }
});
