import { expect, test } from "vitest";
import { changeSettings, LISTED_SETTINGS, readSettings, settingText, viewSettings } from "./settings";

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
  ["SIMULATOR_GENERATIONS", "legacy,soap"],
  ["SIMULATOR_PORTAL_INQUIRY", "v3"],
  ["SIMULATOR_FAULTS", "lost"],
  ["SIMULATOR_FAULTS", '[{"target":"ipn","fault":"eaten"}]'],
])("%s = %s is refused by its name", (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(name);
});

test("settings change all together or not at all, and say in words what is wrong", () => {
  const settings = readSettings({});
  expect(changeSettings(settings, { ipn_delay_ms: 5, generations: ["pgw"], never_return_ipn: true })).toBeNull();
  expect(settings).toMatchObject({ ipnDelayMs: 5, generations: ["pgw"], neverReturnIpn: true });
  expect(changeSettings(settings, { ipn_delay_ms: 9, wallet_delay_ms: -1 })).toMatch(/^wallet_delay_ms: /);
  expect(changeSettings(settings, { ipn_speed: 9 })).toBe("ipn_speed is no setting");
  expect(changeSettings(settings, { port: 4001 })).toBe("port is decided when the simulator starts");
  expect(settings.ipnDelayMs).toBe(5);
  expect(changeSettings(settings, { ipn_delay_ms: null, generations: "" })).toBeNull();
  expect(settings).toMatchObject({ ipnDelayMs: 1500, generations: ["legacy", "orchestrator", "pgw"] });
});

test("every setting, shown as its variable would hold it, is read as it was", () => {
  const settings = readSettings({ SIMULATOR_REFUND_BALANCE: "0", SIMULATOR_NEVER_RETURN_IPN: "1" });
  const variables = LISTED_SETTINGS.map((listed) => [listed.variable, settingText(settings, listed)]);
  expect(readSettings(Object.fromEntries(variables))).toEqual(settings);
});

test("password, salt and MPIN are never shown", () => {
  const shown = JSON.stringify(viewSettings(readSettings({})));
  for (const secret of ["sim0pass01", "simsalt001", "1234"]) expect(shown).not.toContain(secret);
});
