import { unstable_rethrow } from "next/navigation";
import { z } from "zod";
import { type FieldProblem, type FormProblem, type FormState, problemOf } from "@/lib/http/form-state";
import { refusalOf } from "@/lib/http/problem";
import { sendAfterwards } from "@/lib/http/send-afterwards";
import { ORDER_PAYMENT_STATES, ORDER_STATES } from "@/lib/orders/model";
import type { AppError } from "@/lib/shared/errors";

const SECRET_FIELDS = /password|cnic/;

/** A form's text by name. Fields left empty are left out, and React's own fields are no text of the visitor. */
export function textsOf(formData: FormData): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of formData) {
    if (typeof value !== "string" || name.startsWith("$")) continue;
    if (value.trim() !== "" || (value !== "" && SECRET_FIELDS.test(name))) texts[name] = value;
  }
  return texts;
}

/** What a form may show again of what was typed. */
export const keptOf = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter(([name]) => !SECRET_FIELDS.test(name)));

/** A refusal's fields as a form says them. */
export function fieldProblemsOf({ errors = [], reason }: AppError["extra"]): FormState["errors"] {
  const problem = problemOf(reason);
  return Object.fromEntries(errors.map(({ path }) => [path, problem]));
}

function fieldProblem(issue: z.core.$ZodIssue, texts: Record<string, string>): FieldProblem {
  if (texts[String(issue.path[0])] === undefined) return "required";
  return issue.code === "too_big" ? "too_long" : "invalid";
}

const Told = z.object({
  products: z
    .array(
      z.object({
        product_item_code: z.string(),
        product_name: z.string(),
        product_name_ur: z.string().optional(),
        available: z.number().optional(),
      }),
    )
    .optional(),
  available: z.number().optional(),
  expected_total: z.string().optional(),
  total_amount: z.string().optional(),
  transaction_id: z.string().optional(),
  version: z.string().optional(),
  order_status: z.enum(ORDER_STATES).optional(),
  payment_status: z.enum(ORDER_PAYMENT_STATES).optional(),
  status_history: z
    .array(
      z.object({
        to_status: z.enum(ORDER_STATES),
        actor: z.string(),
        by: z.string().optional(),
        notes: z.string(),
        created_at: z.string(),
      }),
    )
    .optional(),
  changes: z
    .array(
      z.object({
        field: z.string(),
        seen: z.string(),
        now: z.string(),
        row: z.number().optional(),
        item_code: z.string().optional(),
      }),
    )
    .optional(),
  in_the_way: z.object({ why: z.string(), order_id: z.number(), order_number: z.string() }).optional(),
});

function told(code: FormProblem["code"], extra: object): FormProblem {
  const { data } = Told.safeParse(extra);
  return { code, ...data };
}

/**
 * Makes a server action of a use-case: reads the form by its schema, asks who is there, and answers refusals
 * as a state that keeps everything typed. `run` may end in a redirect.
 */
export function action<Who, S extends z.ZodType>(
  who: (texts: Record<string, string>) => Promise<Who>,
  schema: S,
  run: (ctx: Who, input: z.output<S>) => Promise<FormState | void>,
) {
  return async (_state: FormState, formData: FormData): Promise<FormState> => {
    const texts = textsOf(formData);
    const values = keptOf(texts);
    const ctx = await who(texts);
    sendAfterwards();
    const parsed = schema.safeParse(texts);
    if (!parsed.success) {
      const errors: FormState["errors"] = {};
      for (const issue of parsed.error.issues) errors[String(issue.path[0])] ??= fieldProblem(issue, texts);
      return { values, errors, problem: { code: "invalid_input" } };
    }
    try {
      return (await run(ctx, parsed.data)) ?? { values: {}, errors: {}, problem: null };
    } catch (thrown) {
      unstable_rethrow(thrown);
      const { code, extra } = refusalOf(thrown);
      return { values, errors: fieldProblemsOf(extra), problem: told(code, extra) };
    }
  };
}
