import { describe, expect, it } from "vitest";
import { gatewayBody } from "@/lib/http/body";

const send = (body: BodyInit, type: string | null = "application/json") =>
  gatewayBody(
    new Request("http://localhost/", { method: "POST", body, headers: type === null ? {} : { "content-type": type } }),
  );
const FORM = "application/x-www-form-urlencoded";
const namesOf = async (body: string, type?: string) => (await send(body, type)).entries.map(([name]) => name);

it("a form's names come in their order, each as often as it was said, its values decoded", async () => {
  const body = await send("pp_A=1%262&pp_B=a+b&pp_A=&pp_C", `${FORM}; charset=utf-8`);
  expect(body.kind).toBe("form");
  expect(body.entries).toEqual([
    ["pp_A", "1&2"],
    ["pp_B", "a b"],
    ["pp_A", ""],
    ["pp_C", ""],
  ]);
});

it.each([
  ["side by side", '{"pp_A":"1","pp_A":"2"}'],
  ["with the same value", '{"pp_A":"1","pp_A":"1"}'],
  ["one of them in escapes", String.raw`{"pp_A":"1","pp_\u0041":"2"}`],
  ["with something between", '{ "pp_A" : null , "pp_B" : {"x":[1,{"y":2}]} , "pp_A" : 3 }'],
  ["after a value full of quotes", String.raw`{"pp_A":"\"pp_B\":\"1\",{[","pp_A":"2"}`],
  ["the first an object", '{"pp_A":{"z":1},"pp_A":"2"}'],
  ["in another order than JSON.parse tells", '{"pp_B":1,"7":1,"pp_B":2}'],
])("a name given twice in JSON's text is seen: %s", async (_, text) => {
  const names = await namesOf(text);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toHaveLength(1);
});

it.each([
  ["once each", '{"pp_A":"1","pp_B":"2"}'],
  ["the second within an object", '{"pp_A":"1","pp_B":{"pp_A":"2"}}'],
  ["the second within a list", '{"pp_A":"1","pp_B":[{"pp_A":"2"}]}'],
  ["the second within a text", String.raw`{"pp_A":"1","pp_B":"\"pp_A\":\"2\""}`],
  ["as a value", '{"pp_A":"pp_A","pp_B":"pp_A"}'],
  ["nothing", "{}"],
])("a name that stands once is not taken for two: %s", async (_, text) => {
  expect(await namesOf(text)).toEqual(Object.keys(JSON.parse(text)));
});

describe("a body that is no message", () => {
  it.each(["[]", "null", "1", '"text"', "", "{", '{"a":1}{"a":1}', "<html></html>"])("%j is invalid", async (text) => {
    await expect(send(text)).rejects.toMatchObject({ code: "invalid_input" });
  });

  it.each([null, "text/plain", "multipart/form-data; boundary=x", "text/json", "application/jsonp"])(
    "the type %s is not read",
    async (type) => {
      const body = new TextEncoder().encode("{}");
      await expect(send(body, type)).rejects.toMatchObject({ code: "unsupported_media_type" });
    },
  );

  it("bytes that are no UTF-8 are invalid, in both forms", async () => {
    for (const type of [FORM, "application/json"]) {
      await expect(send(Uint8Array.of(0x7b, 0xff, 0x7d), type)).rejects.toMatchObject({ code: "invalid_input" });
    }
  });

  it("more than 256 KB is too large, with or without a length named", async () => {
    const large = `pp_A=${"x".repeat(256 * 1024)}`;
    await expect(send(large, FORM)).rejects.toMatchObject({ code: "payload_too_large" });
    const stream = new Blob([large]).stream();
    const request = new Request("http://localhost/", {
      method: "POST",
      body: stream,
      headers: { "content-type": FORM },
      duplex: "half",
    } as RequestInit);
    await expect(gatewayBody(request)).rejects.toMatchObject({ code: "payload_too_large" });
  });
});

it("a large text made of quotes is read in no time", async () => {
  const started = process.cpuUsage();
  await send(`{"a":["${String.raw`\"`.repeat(125_000)}"]}`);
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
});

it.each([null, "50"])(
  "a body that breaks off is its sender's fault and nobody else's, its length said: %s",
  async (length) => {
    const body = new ReadableStream({
      pull(stream) {
        stream.error(Object.assign(new Error("aborted"), { code: "ECONNRESET" }));
      },
    });
    const headers = new Headers({ "content-type": "application/json" });
    if (length) headers.set("content-length", length);
    const init: RequestInit & { duplex: "half" } = { method: "POST", body, headers, duplex: "half" };
    await expect(gatewayBody(new Request("http://localhost/", init))).rejects.toMatchObject({ code: "invalid_input" });
  },
);
