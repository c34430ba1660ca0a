import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FieldOf } from "@/components/checkout/fields-of";

export type SavedPlace = { id: number; city: string; lines: ReactNode };

/** The account's addresses to choose from, and another one; what is typed for that shows by CSS alone. */
export function SavedAddresses({ field, saved }: { field: FieldOf; saved: SavedPlace[] }) {
  const t = useTranslations("checkout");
  const { defaultValue = String(saved[0]?.id), error } = field("address_id");
  const choices = [
    ...saved.map(({ id, lines }) => ({ value: String(id), words: lines })),
    { value: "new", words: t("anotherAddress") },
  ];
  return (
    <fieldset id="field-address_id" tabIndex={-1} className="grid gap-3">
      <legend className="sr-only">{t("savedAddresses")}</legend>
      {choices.map(({ value, words }) => (
        <label
          key={value}
          className="flex items-start gap-3 rounded-soft border border-edge p-3 has-checked:border-2 has-checked:border-cobalt has-checked:p-[calc(--spacing(3)-1px)]"
        >
          <input
            type="radio"
            name="address_id"
            value={value}
            defaultChecked={value === defaultValue}
            className="mt-1 size-5 shrink-0 accent-cobalt"
          />
          <span className="min-w-0 flex-1">{words}</span>
        </label>
      ))}
      {error && <p className="text-[0.9375rem] font-medium text-bad">{error}</p>}
    </fieldset>
  );
}
