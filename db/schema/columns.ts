import { sql } from "drizzle-orm";
import { bigint, timestamp } from "drizzle-orm/pg-core";
import type { Paisa } from "@/lib/shared/money";

/** Money is a whole number of paisa; JavaScript holds them exactly up to 90 trillion rupees. */
export const paisaColumn = () => bigint({ mode: "number" }).$type<Paisa>();

/** Money that nothing has been added to yet. */
export const sumColumn = () =>
  paisaColumn()
    .notNull()
    .default(sql`0`);

export const idColumn = () => bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity();

export const refColumn = () => bigint({ mode: "number" });

export const timeColumn = () => timestamp({ withTimezone: true, mode: "date" });
