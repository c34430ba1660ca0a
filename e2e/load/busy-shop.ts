import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { openDatabase } from "@/db/client";
import { startPostgres } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { manyOrders } from "@/e2e/load/many-orders";
import type { UserCtx } from "@/lib/shared/context";

/** A shop of its own after a year of so many orders, as one of its staff sees it. */
export async function busyShop(orders: number, now: Date) {
  const folder = mkdtempSync(join(tmpdir(), "sauda-busy-"));
  const server = await startPostgres(folder, { durable: false });
  await migrate(server.url);
  const { db, close } = openDatabase(server.url, { max: 10 });
  const began = performance.now();
  await manyOrders(db, orders, now, (line) => console.log(line));
  await db.execute(sql`set statement_timeout = 0`);
  await db.execute(sql`vacuum analyze`);
  console.log(`${orders} orders in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const ctx: UserCtx = { db, now, actor: { kind: "user", userId: 1, role: "staff", isGuest: false, sessionId: "" } };
  const stop = async () => {
    await close();
    await server.stop();
    for (const path of [folder, server.folder]) rmSync(path, { recursive: true, force: true });
  };
  return { db, ctx, stop };
}
