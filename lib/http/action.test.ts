import { expect, test } from "vitest";
import { z } from "zod";
import { action, textsOf } from "@/lib/http/action";
import { UNTOUCHED } from "@/lib/http/form-state";
import { AppError, invalidField } from "@/lib/shared/errors";

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

const Input = z.object({ name: z.string().max(5), city: z.string(), password: z.string() });
const FILLED = { name: "Omar", city: "Lahore", password: "secret" };

const send = (fields: Record<string, string>, run: (input: z.output<typeof Input>) => unknown = () => undefined) =>
  action(
    async () => "somebody",
    Input,
    async (_who, input) => {
      await run(input);
    },
  )(UNTOUCHED, form(fields));

test("what is filled in reaches the use-case, and the form is done", async () => {
  const seen: unknown[] = [];
  expect(await send(FILLED, (input) => seen.push(input))).toEqual(UNTOUCHED);
  expect(seen).toEqual([FILLED]);
});

test("fields left empty count as missing, React's own as nothing, a blank password as typed", () => {
  const data = form({ name: " ", city: "", $ACTION_ID_1: "x", password: " ", cnic_last6: "" });
  data.append("picture", new File(["x"], "x.png"));
  expect(textsOf(data)).toEqual({ password: " " });
});

test("what is wrong is said by field, and all that was typed stays but the secrets", async () => {
  const { values, errors, problem } = await send({ name: "Omar Khan", password: "secret" });
  expect(values).toEqual({ name: "Omar Khan" });
  expect(errors).toEqual({ name: "too_long", city: "required" });
  expect(problem).toEqual({ code: "invalid_input" });
});

test("a refusal keeps the form and says what a person needs to know, and no more", async () => {
  const products = [{ product_item_code: "FG001", product_name: "Vase", available: 2, is_active: true }];
  const refused = await send(FILLED, () => {
    throw new AppError("insufficient_stock", "There is not enough.", { products, internal: "x" });
  });
  expect(refused.values).toEqual({ name: "Omar", city: "Lahore" });
  expect(refused.problem).toEqual({
    code: "insufficient_stock",
    products: [{ product_item_code: "FG001", product_name: "Vase", available: 2 }],
  });
  const field = await send(FILLED, () => {
    throw invalidField("city", "is unknown");
  });
  expect(field.errors).toEqual({ city: "invalid" });
});

test("what Next throws to lead elsewhere is not taken for a refusal", async () => {
  const { redirect } = await import("next/navigation");
  await expect(send(FILLED, () => redirect("/cart"))).rejects.toThrow("NEXT_REDIRECT");
});
