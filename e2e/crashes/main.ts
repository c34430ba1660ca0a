import { parseArgs } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";
import { users } from "@/db/schema/users";
import { callerOf, type Pulse } from "@/e2e/crashes/ask-shop";
import { compareBooks } from "@/e2e/crashes/compare-books";
import { dice } from "@/e2e/crashes/dice";
import { settleUp } from "@/e2e/crashes/settle-up";
import { shop } from "@/e2e/crashes/shopper";
import { setStage } from "@/e2e/crashes/stage";
import { storm, workBehind } from "@/e2e/crashes/storm";
import { openSession } from "@/lib/auth/open-session";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { buildIsFresh, buildShop } from "@/scripts/build-shop";
import type { Role } from "@/lib/users/model";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "50" },
    shoppers: { type: "string", default: "16" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});
const kills = Number(values.kills);
const seed = Number(values.seed);
console.log(`${kills} kills among ${values.shoppers} shoppers, seed ${seed}`);

if (!buildIsFresh()) {
  const { code, lastLines } = await buildShop(() => {});
  if (code !== 0) throw new Error(`The build failed:\n${lastLines}`);
}
const pulse: Pulse = { answers: 0 };
const stage = await setStage();
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void stage.end().then(() => process.exit(1)));

async function person(email: string, role: Role) {
  const now = new Date();
  const values = { email, name: "Storm", role, createdAt: now, updatedAt: now };
  const [row] = await stage.db.insert(users).values(values).returning({ id: users.id });
  const userId = row?.id ?? 0;
  const cookie = `${sessionCookieName(stage.site)}=${await openSession(stage.db, userId, now)}`;
  return { userId, caller: callerOf(stage.site, cookie, pulse) };
}

let failed = 0;
try {
  const stop = { isOver: false };
  const admin = await person("storm-admin@example.com", "admin");
  const buyers = await Promise.all(
    Array.from({ length: Number(values.shoppers) }, (_, at) => person(`storm-${at}@example.com`, "customer")),
  );
  const shopping = Promise.all(
    buyers.map(async ({ userId, caller }, at) => ({ userId, diary: await shop(caller, dice(seed + at), stop) })),
  );
  const behind = workBehind(stage, admin.caller, dice(seed + 1000), stop);
  const blows = await storm(stage, dice(seed + 2000), pulse, kills).finally(() => (stop.isOver = true));
  const [shoppers] = await Promise.all([shopping, behind]);
  await sleep(1000); // the gateway's last notifications
  const rounds = await settleUp(stage);
  const orders = shoppers.reduce((sum, { diary }) => sum + diary.orderIds.length, 0);
  console.log(
    `survived: ${JSON.stringify(blows)}; ${pulse.answers} answers, ${orders} orders; settled after ${rounds} rounds`,
  );
  for (const [what, against] of Object.entries(await compareBooks(stage, shoppers, new Date()))) {
    console.log(`${against.length === 0 ? "ok    " : "FAILED"} ${what}`);
    for (const line of against) console.log(`       ${line}`);
    if (against.length > 0) failed++;
  }
} catch (error) {
  failed++;
  console.error(error, stage.lastLinesOfTheStore());
}
await stage.end();
process.exit(failed === 0 ? 0 : 1);
