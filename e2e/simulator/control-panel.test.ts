import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { FAULT_LIST } from "./fault-list";
import { startPretendShop, type PretendShop } from "./pretend-shop";

let shop: PretendShop;
beforeAll(async () => {
  shop = await startPretendShop();
});
afterEach(() => shop.control("reset", {}));
afterAll(() => shop.close());

const page = async (path: string) => (await fetch(shop.gateway + path)).text();

test("every fault of the list stands on its page with its sentence, and can be chosen", async () => {
  const shown = (await page("/faults")).replaceAll(/&#39;/g, "'");
  for (const { fault, targets, says } of FAULT_LIST) {
    expect(shown).toContain(says);
    for (const target of targets) expect(shown).toContain(`<option value="${target} ${fault}">`);
  }
});

test("a form adds a fault for any transaction, and a button takes it away", async () => {
  const added = await shop.form("/dashboard/faults", {
    fault: "inquiry other_amount",
    for: "",
    value: "7",
    times: "always",
    when: "",
  });
  expect([added.status, added.headers.get("location")]).toEqual([303, "/faults"]);
  const [fault] = await shop.look<{ id: number }[]>("faults");
  expect(fault).toMatchObject({ target: "inquiry", fault: "other_amount", value: "7", times: "always", for: null });
  expect(await page("/faults")).toContain("Remove inquiry other amount");
  await shop.form("/dashboard/faults/remove", { id: String(fault?.id) });
  expect(await shop.look("faults")).toEqual([]);
});

test("a fault that cannot be is refused in words", async () => {
  const refused = await shop.form("/dashboard/faults", { fault: "inquiry other_amount", value: "seven" });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain("must be an amount in paisa, digits only");
});

test("a payment has a page of its own, with its messages and the faults that wait for it", async () => {
  const { reference } = await shop.pay();
  const there = `/transaction?reference=${reference}`;
  expect(await page("/")).toContain(`href="${there}"`);
  const form = { fault: "ipn late", for: reference, from: reference, value: "", times: "1", when: "" };
  expect((await shop.form("/dashboard/faults", form)).headers.get("location")).toBe(there);
  const shown = await page(there);
  for (const text of ["paid (121)", "Rs 1,500.00", "received: <strong>form</strong> (opened)", "ipn: late", "30000"]) {
    expect(shown).toContain(text);
  }
  for (const secret of ["sim0pass01", "simsalt001"]) expect(shown).not.toContain(secret);
  expect(await page("/messages")).toContain(`href="${there}"`);
});

test("what became of a payment is decided on its page", async () => {
  const { reference } = await shop.pay();
  const set = await shop.form("/dashboard/state", { reference, state: "failed", code: "416" });
  expect(set.headers.get("location")).toBe(`/transaction?reference=${reference}`);
  expect(await shop.ask(reference)).toMatchObject({ pp_PaymentResponseCode: "416", pp_Status: "Failed" });
  expect((await shop.form("/dashboard/state", { reference, state: "gone" })).status).toBe(400);
  expect((await shop.form("/dashboard/state", { reference: "T404", state: "paid" })).status).toBe(404);
});

test("settings and clock are changed by forms, secrets left empty stay", async () => {
  const saved = await shop.form("/dashboard/settings", {
    ipn_delay_ms: "7",
    integrity_salt: "",
    partial_refunds: "one",
  });
  expect(saved.status).toBe(303);
  expect(await shop.look("settings")).toMatchObject({ ipn_delay_ms: 7, partial_refunds: "one" });
  await shop.form("/dashboard/settings", { integrity_salt: "another" });
  await shop.form("/dashboard/settings", { integrity_salt: "" });
  expect(await (await shop.open()).response.text()).toContain("Error 115");
  await shop.form("/dashboard/clock", { offset_ms: "3600000" });
  expect(await shop.look("clock")).toMatchObject({ offset_ms: 3_600_000 });
  const refused = await shop.form("/dashboard/settings", { ipn_delay_ms: "soon" });
  expect([refused.status, (await refused.text()).includes("ipn_delay_ms")]).toEqual([400, true]);
  await shop.form("/dashboard/reset", {});
  expect(await shop.look("clock")).toMatchObject({ offset_ms: 0 });
});

test.each(["/", "/faults", "/messages", "/settings", "/transaction?reference=T1"])(
  "%s works without a script, and every input has its label",
  async (path) => {
    await shop.pay();
    const shown = await page(path);
    expect(shown).not.toContain("<script");
    const inputs = shown.match(/<(input|select)\b[^>]*>/g)?.filter((tag) => !tag.includes('type="hidden"')) ?? [];
    const labelled = shown.match(/<label[^>]*>[\s\S]*?<(input|select)\b/g) ?? [];
    expect(labelled).toHaveLength(inputs.length);
  },
);
