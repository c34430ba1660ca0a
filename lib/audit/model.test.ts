import { expect, test } from "vitest";
import { AUDIT_ACTIONS, aboutOf, changesIn, detailsBeside, subjectIn } from "@/lib/audit/model";
import en from "@/messages/en.json";
import ur from "@/messages/ur.json";

type Tree = { [name: string]: string | Tree };

const wordAt = (tree: Tree, path: string): string | Tree | undefined =>
  path
    .split(".")
    .reduce<string | Tree | undefined>((at, name) => (typeof at === "object" ? at[name] : undefined), tree);

test.each([
  ["en", en],
  ["ur", ur],
] as const)(
  "each action that can be written down has its words, and what it is about too, in %s",
  (_locale, messages) => {
    const { actions, about }: { actions: Tree; about: Tree } = messages.adminAudit;
    const wordless = AUDIT_ACTIONS.filter((action) => typeof wordAt(actions, action) !== "string");
    const nameless = AUDIT_ACTIONS.filter((action) => typeof wordAt(about, aboutOf(action)) !== "string");
    expect([wordless, nameless]).toEqual([[], []]);
  },
);

test("only what is another now is a change, and what was empty and stays so is none", () => {
  expect(changesIn({ price: "1.00", stock: 3, city: null }, { price: "2.00", stock: 3, city: "" })).toEqual([
    { field: "price", before: "1.00", after: "2.00" },
  ]);
  expect(changesIn(null, { code: "EID", max_uses: null })).toEqual([
    { field: "code", before: undefined, after: "EID" },
  ]);
  expect(changesIn({ role: "staff" }, null)).toEqual([{ field: "role", before: "staff", after: undefined }]);
});

test("details do not say again what the change says, nor numbers of rows that nobody knows", () => {
  const changes = changesIn({ status: "confirmed" }, { status: "in_progress" });
  expect(detailsBeside({ from: "confirmed", to: "in_progress", courier: "TCS", note: 7 }, changes, "ORD-1")).toEqual([
    ["courier", "TCS"],
  ]);
  expect(detailsBeside({ item_code: "FG001", reason: "Torn", text: "" }, [], "FG001")).toEqual([["reason", "Torn"]]);
});

test("a number that stands for a person or a payment is known as such", () => {
  expect(subjectIn("invited_by", 7)).toBe("user:7");
  expect(subjectIn("payment", 5)).toBe("payment:5");
  expect(subjectIn("subject", "user:3")).toBe("user:3");
  expect([subjectIn("stock", 5), subjectIn("owner", null), subjectIn("reason", "user")]).toEqual([null, null, null]);
});
