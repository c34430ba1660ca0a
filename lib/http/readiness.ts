import { sql } from "drizzle-orm";
import { database } from "@/db/client";

export type Readiness = { status: "ok" | "unavailable"; dependencies: { database: "ok" | "unavailable" } };

const TRUSTED_MS = 1000;
let reachedAt = Number.NEGATIVE_INFINITY;

/** Whether the shop can serve: each thing that it cannot do without, and its state. */
export async function readiness(): Promise<Readiness> {
  const state = await database()
    .execute(sql`select 1 from products limit 1`)
    .then(
      () => "ok" as const,
      () => "unavailable" as const,
    );
  if (state === "ok") reachedAt = performance.now();
  return { status: state, dependencies: { database: state } };
}

/** Asked before each page, so looked at once a second at most. */
export async function isDatabaseReachable(): Promise<boolean> {
  return performance.now() - reachedAt < TRUSTED_MS || (await readiness()).status === "ok";
}
