import { expect, test } from "vitest";
import { readSettings } from "./settings";

test("an empty variable has the demo's value", () => {
  expect(readSettings({ SIMULATOR_PORT: " ", SIMULATOR_PASSWORD: "" })).toMatchObject({
    port: 4000,
    password: "sim0pass01",
  });
});

test.each([
  ["SIMULATOR_PORT", "no"],
  ["SIMULATOR_IPN_URL", "https://shop.example/callback/"],
  ["SIMULATOR_RETURN_URL", "http://127.0.0.1.example.com/"],
  ["SIMULATOR_BAD_HASH_CODE", "200"],
])("%s = %s is refused by its name", (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(name);
});
