import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { eq, sql } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, expect, it, vi } from "vitest";
import { pictureFiles, pictures } from "@/db/schema/pictures";
import { testDatabase } from "@/db/test-database";
import { aProduct, later, NOON, somebody } from "@/db/test-fixtures";
import { untilWaiting } from "@/db/test-waiting";
import { findPictureFile } from "@/lib/pictures/find-picture-file";
import { savePicture } from "@/lib/pictures/save-picture";
import { sweepPictures } from "@/lib/pictures/sweep-pictures";
import { drawing } from "@/lib/pictures/test-pictures";
import { changeProduct } from "@/lib/products/change-product";

const kept = new Map<string, Buffer>();
let isDown = false;
let deleting = Promise.resolve();

/** Keeps what is put into it and gives it to whoever signs, as an S3-compatible store does. */
const store = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method, url = "", headers } = request;
  const isSigned = /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/lahore\/s3\//.test(headers.authorization ?? "");
  const found = kept.get(url);
  if (isDown || !isSigned) response.writeHead(isDown ? 500 : 403).end("<Error/>");
  else if (method === "PUT") {
    kept.set(url, Buffer.concat(chunks));
    response.writeHead(200).end();
  } else if (method === "DELETE") {
    await deleting;
    kept.delete(url);
    response.writeHead(204).end();
  } else response.writeHead(found ? 200 : 404).end(found);
});
await new Promise<void>((listening) => store.listen(0, "127.0.0.1", listening));
Object.assign(process.env, {
  S3_ENDPOINT: `http://127.0.0.1:${(store.address() as AddressInfo).port}`,
  S3_BUCKET: "sauda",
  S3_REGION: "lahore",
  S3_ACCESS_KEY_ID: "key",
  S3_SECRET_ACCESS_KEY: "secret",
});
afterAll(() => void store.close());

const { db } = testDatabase();

it("a picture's bytes are in the store and not in the database, and come from there", async () => {
  const { hash } = await savePicture(await somebody(db, { role: "admin" }), await drawing());
  expect(new Set(kept.keys())).toEqual(
    new Set([320, 640, 960].map((width) => `/sauda/pictures/${hash}/${width}.webp`)),
  );
  expect((await db.select().from(pictureFiles)).map(({ bytes }) => bytes)).toEqual([null, null, null]);
  const found = await findPictureFile({ db }, { hash, width: 640 });
  expect(found && (await sharp(found).metadata()).format).toBe("webp");
  kept.clear();
  expect(await findPictureFile({ db }, { hash, width: 640 })).toBeNull();
});

it("nothing is kept half where the store does not answer", async () => {
  isDown = true;
  const before = await db.select().from(pictures);
  const saving = savePicture(await somebody(db, { role: "admin" }), await drawing());
  await expect(saving).rejects.toMatchObject({ code: "pictures_unavailable" });
  expect(await db.select().from(pictures)).toEqual(before);
});

it("what nobody needs is thrown away there too, and stays known where the store does not answer", async () => {
  isDown = false;
  const { hash } = await savePicture(await somebody(db, { role: "admin" }), await drawing());
  const files = () => [...kept.keys()].filter((url) => url.includes(hash)).length;
  isDown = true;
  const logged = vi.spyOn(console, "error").mockReturnValue();
  expect(await sweepPictures({ db, now: later(NOON, 25 * 60) })).toEqual({ removed: 0 });
  expect(logged).toHaveBeenCalledOnce();
  expect(await db.select().from(pictures).where(eq(pictures.hash, hash))).toHaveLength(1);
  isDown = false;
  await sweepPictures({ db, now: later(NOON, 25 * 60) });
  expect([files(), await db.select().from(pictures).where(eq(pictures.hash, hash))]).toEqual([0, []]);
});

it("whoever gives it to a product or sends it again meanwhile waits: the one is refused, the other has it", async () => {
  const admin = await somebody(db, { role: "admin" });
  const bytes = await drawing();
  const { itemCode } = await aProduct(db);
  const { hash, image_url } = await savePicture(admin, bytes);
  let go: () => void = () => undefined;
  deleting = new Promise((resolve) => {
    go = resolve;
  });
  const sweeping = sweepPictures({ db, now: later(NOON, 25 * 60) });
  await vi.waitFor(async () => expect(await isLocked(hash)).toBe(true));
  const giving = changeProduct(admin, { itemCode, changes: { image_url }, seen: { image_url: "" } });
  const refused = expect(giving).rejects.toMatchObject({
    code: "invalid_input",
    extra: { errors: [{ path: "image_url" }] },
  });
  const sending = savePicture(admin, bytes);
  await untilWaiting(db, 2);
  go();
  expect(await sweeping).toEqual({ removed: 1 });
  await refused;
  await sending;
  expect([...kept.keys()].filter((url) => url.includes(hash))).toHaveLength(3);
  expect(await findPictureFile({ db }, { hash, width: 640 })).toBeInstanceOf(Buffer);
});

const isLocked = async (hash: string): Promise<boolean> => {
  const free = await db.execute(sql`select from pictures where hash = ${hash} for update skip locked`);
  return free.length === 0;
};
