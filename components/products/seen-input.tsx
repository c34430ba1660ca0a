import type { FormProblem } from "@/lib/http/form-state";
import type { ProductFields } from "@/lib/products/model";

type SeenInputProps = { fields: Partial<ProductFields>; stock: number; problem: FormProblem | null };

/** What the form's reader has seen of a product: as it was drawn, and what a refusal has told of since. */
export function SeenInput({ fields, stock, problem }: SeenInputProps) {
  const seen: Record<string, unknown> = { ...fields };
  let seenStock = stock;
  for (const { field, now } of problem?.changes ?? []) {
    if (field === "stock") seenStock = Number(now);
    else seen[field] = field === "is_active" ? now === "true" : now;
  }
  return <input type="hidden" name="seen" value={JSON.stringify({ fields: seen, stock: seenStock })} />;
}
