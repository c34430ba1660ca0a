import type { Database } from "@/db/client";
import { NOON, somebody } from "@/db/test-fixtures";
import type { Role } from "@/lib/users/model";

/** So many of one role, as doors would have found them. */
export const several = (db: Database, role: Role, times: number, now = NOON) =>
  Promise.all(Array.from({ length: times }, () => somebody(db, { role, now })));
