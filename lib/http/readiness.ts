import { sql } from "drizzle-orm";
import { database } from "@/db/client";

export type Readiness = { status: "ok" | "unavailable"; dependencies: { database: "ok" | "unavailable" } };

/** Whether the shop can serve: each thing that it cannot do without, and its state. */
export async function readiness(): Promise<Readiness> {
  const state = await database()
    .execute(sql`select 1 from products limit 1`)
    .then(
      () => "ok" as const,
      () => "unavailable" as const,
    );
  return { status: state, dependencies: { database: state } };
}
