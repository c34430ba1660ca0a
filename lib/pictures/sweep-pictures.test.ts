import { eq, inArray, sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { products } from "@/db/schema/catalog";
import { pictureFiles, pictures } from "@/db/schema/pictures";
import { testDatabase } from "@/db/test-database";
import { aProduct, later, NOON, somebody } from "@/db/test-fixtures";
import { hashIn } from "@/lib/pictures/model";
import { savePicture } from "@/lib/pictures/save-picture";
import { sweepPictures } from "@/lib/pictures/sweep-pictures";
import { drawing } from "@/lib/pictures/test-pictures";
import { changeProduct } from "@/lib/products/change-product";
import { AppError } from "@/lib/shared/errors";

const { db } = testDatabase({ max: 20 });
const DAY = 24 * 60;
const nextDay = later(NOON, DAY + 1);

beforeEach(async () => {
  await db.execute(sql`delete from picture_files`);
  await db.execute(sql`delete from pictures`);
});

const uploaded = async (now = NOON) => savePicture(await somebody(db, { role: "admin", now }), await drawing());
const isThere = async (hash: string) =>
  (await db.select().from(pictures).where(eq(pictures.hash, hash))).length +
  (await db.select().from(pictureFiles).where(eq(pictureFiles.hash, hash))).length;
const give = async (database: Database, itemCode: string, image_url: string, before = "", now = NOON) =>
  changeProduct(await somebody(database, { role: "admin", now }), {
    itemCode,
    changes: { image_url },
    seen: { image_url: before },
  });

it("a picture that no product shows is thrown away after a day, with its files", async () => {
  const { hash } = await uploaded();
  expect(await sweepPictures({ db, now: later(NOON, DAY - 1) })).toEqual({ removed: 0 });
  expect(await isThere(hash)).toBe(4);
  expect(await sweepPictures({ db, now: nextDay })).toEqual({ removed: 1 });
  expect(await isThere(hash)).toBe(0);
});

it("one that a product shows stays; one that it let go of, or that was sent again, stays for another day", async () => {
  const { itemCode } = await aProduct(db);
  const [shown, sentAgain] = [await uploaded(), await uploaded()];
  await give(db, itemCode, shown.image_url);
  const admin = await somebody(db, { role: "admin", now: nextDay });
  await db.update(pictures).set({ lastUsedAt: nextDay }).where(eq(pictures.hash, sentAgain.hash));
  expect(await sweepPictures({ db, now: nextDay })).toEqual({ removed: 0 });
  await give(db, itemCode, "", shown.image_url, admin.now);
  expect(await sweepPictures({ db, now: later(nextDay, DAY - 1) })).toEqual({ removed: 0 });
  expect(await sweepPictures({ db, now: later(nextDay, DAY + 1) })).toEqual({ removed: 2 });
});

it("one that is sent again is as new", async () => {
  const bytes = await drawing();
  const first = await savePicture(await somebody(db, { role: "admin" }), bytes);
  await savePicture(await somebody(db, { role: "admin", now: nextDay }), bytes);
  expect(await sweepPictures({ db, now: nextDay })).toEqual({ removed: 0 });
  expect(await isThere(first.hash)).toBe(4);
});

it("one that a product is given at this moment is not lost", async () => {
  const { itemCode } = await aProduct(db);
  const { hash, image_url } = await uploaded();
  await db.transaction(async (tx) => {
    await give(tx, itemCode, image_url);
    expect(await sweepPictures({ db, now: nextDay })).toEqual({ removed: 0 });
  });
  expect(await sweepPictures({ db, now: nextDay })).toEqual({ removed: 0 });
  expect(await isThere(hash)).toBe(4);
});

it("however many sweep and give at once, no product shows what is not there", async () => {
  const given = await Promise.all(
    Array.from({ length: 20 }, async () => ({ ...(await aProduct(db)), ...(await uploaded()) })),
  );
  const giving = given.map(({ itemCode, image_url }) =>
    give(db, itemCode, image_url).then(
      () => undefined,
      (thrown: unknown) => expect(thrown).toBeInstanceOf(AppError),
    ),
  );
  const sweeping = given.slice(10).map(() => sweepPictures({ db, now: nextDay }));
  await Promise.all([...giving, ...sweeping]);
  const codes = given.map(({ itemCode }) => itemCode);
  const shown = await db.select().from(products).where(inArray(products.itemCode, codes));
  const hashes = (await db.select().from(pictures)).map(({ hash }) => hash);
  const needed = shown.flatMap(({ imageUrl }) => hashIn(imageUrl) ?? []);
  expect(hashes).toEqual(expect.arrayContaining(needed));
});
