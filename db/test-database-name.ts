import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { databaseUrl } from "@/db/database-url";

// Before each test file: the database that its `testDatabase()` will make is also the one that doors find by themselves.
const { url, template } = inject("testServer");
process.env.DATABASE_URL = databaseUrl(url, `${template}_${randomUUID().slice(0, 8)}`);
