import type { Context, Hono } from "hono";
import { z } from "zod";

/** A control address that takes JSON: what does not fit is answered with 400 and words. */
export function acceptJson<T>(
  app: Hono,
  path: string,
  schema: z.ZodType<T>,
  change: (input: T) => Response | Promise<Response>,
): void {
  app.post(path, async (c: Context) => {
    let body: unknown;
    try {
      body = await c.req.json();
    } catch {
      return badInput("The body must be JSON.");
    }
    const read = schema.safeParse(body);
    return read.success ? change(read.data) : badInput(z.prettifyError(read.error));
  });
}

export function badInput(error: string): Response {
  return Response.json({ error }, { status: 400 });
}
