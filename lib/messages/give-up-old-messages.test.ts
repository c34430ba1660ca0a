import { expect, test } from "vitest";
import { testDatabase } from "@/db/test-database";
import { anOrder, later, NOON, somebody } from "@/db/test-fixtures";
import { giveUpOldMessages } from "@/lib/messages/give-up-old-messages";
import { toldOf } from "@/lib/messages/test-outbox";

const { db } = testDatabase();
const HOUR = 60;
const at = (minutes: number) =>
  giveUpOldMessages({ db, now: later(NOON, minutes), actor: { kind: "system", useCase: "test" } });

test("what nobody could carry for two days is given up, and not sent when somebody can at last", async () => {
  const { order } = await anOrder(await somebody(db));
  await at(47 * HOUR);
  expect(await toldOf(db, order)).toMatchObject([{ sentAt: null, givenUpAt: null }]);
  await at(49 * HOUR);
  expect(await toldOf(db, order)).toMatchObject([
    { sentAt: null, givenUpAt: later(NOON, 49 * HOUR), lastError: "too old" },
  ]);
});
