import { expect, test } from "vitest";
import { testDatabase } from "@/db/test-database";

process.env.TRUSTED_PROXY_HOPS = "1";
testDatabase();
const { aBrowser } = await import("@/app/api/auth/test-browser");
const { ask, doorAt } = await import("@/app/api/test-doors");

const from = (address: string) => aBrowser({ "x-forwarded-for": address });

test("twenty guests an hour from one known address, and others are not kept out by them", async () => {
  for (let guests = 0; guests < 20; guests++) expect((await from("203.0.113.7").beGuest()).status).toBe(302);
  const late = await from("203.0.113.7").beGuest();
  expect([late.status, (await late.json()).code]).toEqual([429, "too_many_requests"]);
  expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(3000);
  expect((await from("203.0.113.8").beGuest()).status).toBe(302);
});

test("who has a session already uses no turn", async () => {
  const browser = from("203.0.113.9");
  for (let calls = 0; calls < 25; calls++) expect((await browser.beGuest()).status).toBe(302);
});

test("an order is tracked twenty times an hour from one known address", async () => {
  const door = await doorAt("cart/orders/track");
  const track = () =>
    ask(door, "GET", {
      query: "?order_number=ORD-AAAAAAAA-20261125&phone=03001234567",
      headers: { "x-forwarded-for": "203.0.113.10" },
    });
  for (let tries = 0; tries < 20; tries++) expect((await track()).status).toBe(404);
  expect((await track()).status).toBe(429);
});
