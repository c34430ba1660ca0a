import type { HonoRequest } from "hono";
import type { Fields } from "./hash";
import { invalidField, refusal, type Refusal } from "./response-codes";

type Reading = { fields: Fields; refused: null } | { fields: Fields; refused: Refusal };

/** A form or a flat JSON object of strings; a name twice, a null or a number is refused by its name. */
export async function readFields(request: HonoRequest): Promise<Reading> {
  const body = await request.text();
  return request.header("content-type")?.includes("json") ? readJson(body) : readForm(body);
}

function readForm(body: string): Reading {
  return collect([...new URLSearchParams(body)]);
}

function readJson(body: string): Reading {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return { fields: {}, refused: refusal("110", "Please provide a valid JSON object.") };
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    return { fields: {}, refused: refusal("110", "Please provide a valid JSON object.") };
  }
  return collect(Object.entries(parsed));
}

function collect(entries: [string, unknown][]): Reading {
  const fields: Fields = {};
  let refused: Refusal | null = null;
  for (const [name, value] of entries) {
    if (typeof value !== "string" || Object.hasOwn(fields, name)) refused ??= invalidField(name);
    else fields[name] = value;
  }
  return { fields, refused };
}
