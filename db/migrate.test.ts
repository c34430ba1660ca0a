import { randomUUID } from "node:crypto";
import { readMigrationFiles } from "drizzle-orm/migrator";
import postgres from "postgres";
import { expect, inject, test } from "vitest";
import { databaseUrl } from "@/db/database-url";
import { migrate } from "@/db/migrate";

test("six that bring one empty database to the newest migration at once all end well, and each step is made once", async () => {
  const server = inject("testServer");
  const name = `${server.template}_${randomUUID().slice(0, 8)}`;
  const admin = postgres(server.url, { max: 1 });
  await admin`create database ${admin(name)}`;
  await admin.end();

  await Promise.all(Array.from({ length: 6 }, () => migrate(databaseUrl(server.url, name))));

  const migrated = postgres(databaseUrl(server.url, name), { max: 1 });
  const made = await migrated`select hash from drizzle.__drizzle_migrations order by id`;
  await migrated.end();
  const steps = readMigrationFiles({ migrationsFolder: "drizzle" });
  expect(made.map(({ hash }) => hash)).toEqual(steps.map(({ hash }) => hash));
});
