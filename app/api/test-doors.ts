import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "@/db/client";
import { somebody } from "@/db/test-fixtures";
import { openSession } from "@/lib/auth/open-session";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import type { Role } from "@/lib/users/model";

export const SITE = "http://localhost:3000";

export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof METHODS)[number];

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
export type Door = { path: string; handlers: Record<Method | "OPTIONS", Handler> };

/** One door of the shop by its path below /api. */
export async function doorAt(path: string): Promise<Door> {
  const handlers: Door["handlers"] = await import(join(import.meta.dirname, path, "route.ts"));
  return { path: `/api/${path}`, handlers };
}

/** All that is below app/api, as Next would find it. */
export async function allDoors(): Promise<Door[]> {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" });
  const routes = files.filter((file) => file.endsWith("/route.ts")).toSorted();
  return Promise.all(routes.map((file) => doorAt(file.replace(/\/route\.ts$/, ""))));
}

export const NOBODYS_COOKIE = `${sessionCookieName(SITE)}=${"A".repeat(43)}`;

/** Somebody who is signed in, with the cookie that says so. */
export async function signedIn(db: Database, role: Role = "customer") {
  const now = new Date();
  const ctx = await somebody(db, { role, now });
  return { ...ctx, cookie: `${sessionCookieName(SITE)}=${await openSession(db, ctx.actor.userId, now)}` };
}

type Asked = {
  cookie?: string;
  body?: unknown;
  headers?: Record<string, string>;
  params?: Record<string, string>;
  query?: string;
};

/** Asks a door as a program would: a body that is no text goes as JSON. */
export async function ask(
  { path, handlers }: Door,
  method: Method | "OPTIONS",
  { cookie, body, headers = {}, params = {}, query = "" }: Asked = {},
) {
  const sent = typeof body === "string" || body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body);
  const address = path.replace(/\[(\w+)\]/g, (_, name: string) => params[name] ?? "1");
  const request = new Request(`${SITE}${address}/${query}`, {
    method,
    headers: {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(cookie && { cookie }),
      ...headers,
    },
    ...(body !== undefined && { body: sent }),
  });
  const response = await handlers[method](request, { params: Promise.resolve({ id: "1", item_code: "1", ...params }) });
  const text = await response.text();
  const type = response.headers.get("content-type") ?? "";
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: type.includes("json") ? JSON.parse(text) : null,
  };
}
