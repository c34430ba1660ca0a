import { expect, test } from "vitest";
import { useCasesOfTheBackOffice } from "@/app/api/admin/test-use-cases";
import { testDatabase } from "@/db/test-database";
import { aGuest, somebody } from "@/db/test-fixtures";
import { wholeDatabase } from "@/db/test-whole-database";
import type { UserCtx } from "@/lib/shared/context";

const { db } = testDatabase();

/** What the doors call beside use-cases of the staff, and why it asks for no role. */
const OPEN = new Map([
  ["cancelOrder", "buyers cancel their own; what staff may is decided by the actor"],
  ["findOrder", "one's own, or all for staff, by the query's where"],
  ["findVersion", "a part of an order that was just changed"],
  ["findReturn", "a part of a return that was just made"],
  ["listRefunds", "a part of an order that was found already"],
  ["findEmails", "e-mails beside names that stand on the page already"],
  ["nameSubjects", "names beside what stands on the page already"],
  ["getSettings", "the shop itself reads them; the staff see them by getManagedSettings"],
  ["recordLook", "what customers see of their own is no look"],
]);

const useCases = useCasesOfTheBackOffice();
const asked = useCases.filter(({ name }) => !OPEN.has(name));

async function answerOf(module: string, name: string, ctx: UserCtx): Promise<unknown> {
  const file: Record<string, (...given: unknown[]) => unknown> = await import(/* @vite-ignore */ module);
  try {
    return { answered: await file[name]?.(ctx, {}, {}) };
  } catch (thrown) {
    return thrown instanceof Error && "code" in thrown ? thrown.code : thrown;
  }
}

test("the doors, forms and pages of the back office are really read, and what is open to more people is named", () => {
  const names = useCases.map(({ name }) => name);
  expect(asked.length).toBeGreaterThan(70);
  expect(names).toEqual(expect.arrayContaining(["disableUser", "openExport", "uploadSettlement", "listAudit"]));
  expect(useCases.find(({ name }) => name === "changeRole")?.least).toBe("admin");
  expect([...OPEN.keys()].filter((name) => !names.includes(name))).toEqual([]);
});

test.each(asked)(
  "$name refuses by itself whoever is not $least, before it reads or writes anything",
  async (useCase) => {
    const others = [await somebody(db), await aGuest(db)];
    if (useCase.least === "admin") others.push(await somebody(db, { role: "staff" }));
    const before = await wholeDatabase(db);
    for (const ctx of others) {
      const { role, isGuest } = ctx.actor;
      expect([role, isGuest, await answerOf(useCase.module, useCase.name, ctx)]).toEqual([role, isGuest, "forbidden"]);
    }
    expect(await wholeDatabase(db)).toEqual(before);
  },
);
