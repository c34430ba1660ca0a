import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sharp from "sharp";
import { afterAll, expect, it } from "vitest";
import { pictureFiles, pictures } from "@/db/schema/pictures";
import { testDatabase } from "@/db/test-database";
import { somebody } from "@/db/test-fixtures";
import { findPictureFile } from "@/lib/pictures/find-picture-file";
import { savePicture } from "@/lib/pictures/save-picture";

const kept = new Map<string, Buffer>();
let isDown = false;

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

const drawing = (shade: number) =>
  sharp({ create: { width: 400, height: 400, channels: 3, background: { r: shade, g: 90, b: 90 } } })
    .png()
    .toBuffer();

it("a picture's bytes are in the store and not in the database, and come from there", async () => {
  const { hash } = await savePicture(await somebody(db, { role: "admin" }), await drawing(1));
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
  const saving = savePicture(await somebody(db, { role: "admin" }), await drawing(2));
  await expect(saving).rejects.toMatchObject({ code: "pictures_unavailable" });
  expect(await db.select().from(pictures)).toEqual(before);
});
