import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { ask, doorAt, signedIn } from "@/app/api/test-doors";
import { GET } from "@/app/uploads/[hash]/[file]/route";
import { testDatabase } from "@/db/test-database";
import { aProduct } from "@/db/test-fixtures";
import { findProduct } from "@/lib/catalog/queries";

const { db } = testDatabase();

let cookie = "";
beforeAll(async () => {
  ({ cookie } = await signedIn(db, "admin"));
});

const drawing = (shade: number) =>
  sharp({ create: { width: 500, height: 500, channels: 3, background: { r: shade, g: 0, b: 0 } } })
    .png()
    .toBuffer();

const upload = async (body: Uint8Array, type: string, query = "") =>
  ask(await doorAt("admin/pictures"), "POST", { cookie, body, headers: { "content-type": type }, query });

async function formOf(bytes: Buffer, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("picture", new File([new Uint8Array(bytes)], "picture.png", { type: "image/png" }));
  const sent = new Response(form);
  return [new Uint8Array(await sent.arrayBuffer()), sent.headers.get("content-type") ?? ""] as const;
}

const fetched = (hash: string, file: string, headers: Record<string, string> = {}) =>
  GET(new Request(`http://localhost:3000/uploads/${hash}/${file}`, { headers }), {
    params: Promise.resolve({ hash, file }),
  });

test("a picture that was sent is served for ever, and to no browser as anything else", async () => {
  const { status, json } = await upload(await drawing(1), "image/png");
  expect([status, json.image_url]).toEqual([201, `/uploads/${json.hash}/640.webp`]);
  const served = await fetched(json.hash, "320.webp");
  expect(Object.fromEntries(served.headers)).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "public, max-age=31536000, immutable",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  });
  expect((await sharp(Buffer.from(await served.arrayBuffer())).metadata()).width).toBe(320);
  const etag = served.headers.get("etag") ?? "";
  expect((await fetched(json.hash, "320.webp", { "if-none-match": `W/${etag}` })).status).toBe(304);
  expect((await fetched(json.hash, "640.webp", { "if-none-match": etag })).status).toBe(200);
  for (const [hash, file] of [
    ["a".repeat(64), "320.webp"],
    [json.hash, "321.webp"],
    [json.hash, "320.png"],
    ["../..", "320.webp"],
  ]) {
    expect((await fetched(hash, file)).status).toBe(404);
  }
});

test("a product's form gives it its picture and leads back; one that was opened before another's is told so", async () => {
  const { itemCode } = await aProduct(db);
  const back = `?back=/admin/products/${itemCode}`;
  const fields = { item_code: itemCode, seen: "" };
  const first = await upload(...(await formOf(await drawing(2), fields)), back);
  expect([first.status, first.headers.get("location")]).toEqual([303, expect.stringMatching(/\?done=\d+$/)]);
  expect((await findProduct(db, itemCode))?.image_url).toMatch(/^\/uploads\/[0-9a-f]{64}\/640\.webp$/);
  const second = await upload(...(await formOf(await drawing(3), fields)), back);
  expect(second.headers.get("location")).toBe(`/admin/products/${itemCode}?refused=changed_meanwhile`);
});

test("a product's form is led back with one word for what is wrong with its file, whatever it calls itself", async () => {
  const { itemCode } = await aProduct(db);
  const back = `?back=/admin/products/${itemCode}`;
  const broken = (await drawing(6)).subarray(0, 200);
  for (const [bytes, reason] of [
    [Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), "unsupported_media_type"],
    [Buffer.from("%PDF-1.7"), "unsupported_media_type"],
    [broken, "broken"],
    [Buffer.alloc(0), "invalid_input"],
    [Buffer.alloc(5 * 1024 * 1024 + 1, 0xff), "payload_too_large"],
  ] as const) {
    const { status, headers } = await upload(...(await formOf(bytes, { item_code: itemCode, seen: "" })), back);
    expect([status, headers.get("location")]).toEqual([303, `/admin/products/${itemCode}?refused=${reason}`]);
  }
  expect((await findProduct(db, itemCode))?.image_url).toBeNull();
});

test("what is none is refused by one status, whoever asks", async () => {
  const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>");
  const broken = (await drawing(4)).subarray(0, 200);
  expect((await upload(svg, "image/png")).json.code).toBe("unsupported_media_type");
  expect((await upload(svg, "text/html")).json.code).toBe("unsupported_media_type");
  expect((await upload(broken, "image/png")).json).toMatchObject({ code: "invalid_input", reason: "broken" });
  const large = Buffer.alloc(5 * 1024 * 1024 + 1);
  expect((await upload(large, "image/png")).json.code).toBe("payload_too_large");
  const [body, type] = await formOf(Buffer.alloc(6 * 1024 * 1024), {});
  expect((await upload(body, type)).json.code).toBe("payload_too_large");
  expect((await upload(body, type, "?back=/admin/products/A")).headers.get("location")).toBe(
    "/admin/products/A?refused=payload_too_large",
  );
  expect((await upload(Buffer.from("x"), "multipart/form-data; boundary=y")).status).toBe(400);
  expect((await upload(...(await formOf(Buffer.alloc(0), {})))).json.errors[0].path).toBe("picture");
  const evil = await upload(...(await formOf(await drawing(5), {})), "?back=https://evil.example/");
  expect(evil.headers.get("location")).toMatch(/^\/\?/);
});
