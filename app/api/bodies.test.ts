import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { anAdministrator } from "@/app/api/admin/test-production";
import { BODIES, long } from "@/app/api/test-bodies";
import { ask, type Door, doorAt, SITE } from "@/app/api/test-doors";
import { UNKNOWN } from "@/app/api/test-staff-doors";
import { testDatabase } from "@/db/test-database";
import { aProduct } from "@/db/test-fixtures";

const { db } = testDatabase();

let cookie = "";
beforeAll(async () => {
  ({ cookie } = await anAdministrator(db));
  await aProduct(db);
});

test("every door that reads JSON is asked here", async () => {
  const asked = BODIES.map(({ path, method }) => `${method} ${path}`);
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" });
  const doors = files.filter((file) => file.endsWith("/route.ts"));
  const reading = doors.flatMap((file) => {
    const pieces = readFileSync(join(import.meta.dirname, file), "utf8").split(/^ {2}(?=[A-Z]+: async)/m);
    const methods = pieces
      .filter((piece) => piece.includes("jsonBody(request"))
      .map((piece) => /^[A-Z]+/.exec(piece)?.[0]);
    return methods.map((method) => `${method} ${file.replace("/route.ts", "")}`);
  });
  expect(reading.filter((door) => !asked.includes(door))).toEqual([]);
  expect(reading.length).toBeGreaterThan(35);
});

describe.each(BODIES)("$method $path", ({ path, method, valid, wrong }) => {
  let door: Door;
  beforeAll(async () => {
    door = await doorAt(path);
  });
  const send = async (body: unknown, headers: Record<string, string> = {}) => {
    const answer = await ask(door, method, { cookie, body, headers, params: { ...UNKNOWN, id: "999999" } });
    return { ...answer, short: [answer.status, answer.json.code] };
  };

  test("takes what it asks for; more than that is refused by its field where something of the shop is changed", async () => {
    const { short, json } = await send({ ...valid, unknown_field: 1 });
    const isChange = path.startsWith("admin/") && (method === "PATCH" || method === "PUT");
    expect(short[1] === "invalid_input").toBe(isChange);
    if (isChange) expect(json.errors).toEqual([{ path: "unknown_field", message: expect.any(String) }]);
    expect((await send(valid, { "content-type": "application/json; charset=utf-8" })).status).not.toBe(415);
  });

  test("names the field that is wrong", async () => {
    for (const [field, values] of Object.entries(wrong)) {
      for (const value of values) {
        const { short, json } = await send({ ...valid, [field]: value });
        expect([field, value, short]).toEqual([field, value, [400, "invalid_input"]]);
        expect(json.errors).toContainEqual({ path: field, message: expect.any(String) });
      }
    }
  });

  test("refuses what is no object, no JSON or no text", async () => {
    for (const body of ["[]", "null", '"text"', "7", "true", "[{}]"]) {
      const { short, json } = await send(body);
      expect([body, short]).toEqual([body, [400, "invalid_input"]]);
      expect(json.errors).toEqual([{ path: "", message: expect.any(String) }]);
    }
    const notText = Buffer.from(JSON.stringify({ ...valid, unknown_field: "?" }));
    notText[notText.lastIndexOf("?")] = 0xff;
    for (const body of ["{", "{'a':1}", "a=1", '{"a":1}{', notText]) {
      expect([body, (await send(body)).short]).toEqual([body, [400, "invalid_input"]]);
    }
  });

  test("refuses other media types", async () => {
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "text/json",
      "json",
    ]) {
      expect([type, (await send(valid, { "content-type": type })).short]).toEqual([
        type,
        [415, "unsupported_media_type"],
      ]);
    }
  });

  test("reads no more than 256 KB, whether the length is said or not", async () => {
    const large = JSON.stringify({ ...valid, notes: long(256 * 1024) });
    expect((await send(large)).short).toEqual([413, "payload_too_large"]);
    expect((await send(valid, { "content-length": "300000" })).short).toEqual([413, "payload_too_large"]);
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled++;
        controller.enqueue(new TextEncoder().encode(" ".repeat(16 * 1024)));
      },
    });
    const init = { method, headers: { "content-type": "application/json", cookie }, body: endless, duplex: "half" };
    const response = await door.handlers[method](new Request(`${SITE}/api/${path}`, init), {
      params: Promise.resolve({ id: "1" }),
    });
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(20);
    const just = JSON.stringify({ ...valid, unknown_field: "" });
    expect((await send(just.replace('""', `"${long(256 * 1024 - Buffer.byteLength(just))}"`))).status).not.toBe(413);
  });
});
