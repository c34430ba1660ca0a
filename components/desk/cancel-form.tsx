import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { DeskEnd } from "@/lib/desk/model";
import type { FormState } from "@/lib/http/form-state";

const MOST = 500;
const GOODS = ["restock", "lost"] as const;
const USUAL = { came_back: "restock", write_off: "lost" } as const;

type CancelFormProps = { end: DeskEnd; state: FormState; isPending: boolean };

/** Why an order ends, and of one that was sent what became of the goods. */
export function CancelForm({ end, state, isPending }: CancelFormProps) {
  const t = useTranslations("adminOrders");
  const fields = useTranslations("fields");
  const { values, errors } = state;
  return (
    <>
      {end !== "cancel" && (
        <fieldset className="grid gap-1">
          <legend className="font-medium">{t(`ends.${end}.title`)}</legend>
          <p className="text-[0.9375rem] text-ink-soft">{t(`ends.${end}.note`)}</p>
          {GOODS.map((goods) => (
            <label key={goods} className="flex min-h-11 items-center gap-2">
              <input type="radio" name="goods" value={goods} defaultChecked={goods === (values.goods ?? USUAL[end])} />
              {t(goods)}
            </label>
          ))}
        </fieldset>
      )}
      <Field
        id="cancel-reason"
        label={t(`ends.${end}.why`)}
        optional={end === "write_off" ? undefined : t("optional")}
        name="reason"
        maxLength={MOST}
        autoComplete="off"
        defaultValue={values.reason}
        error={errors.reason && fields(errors.reason)}
      />
      <Button kind="danger" name="intent" value={end} wide aria-disabled={isPending}>
        {t(`ends.${end}.do`)}
      </Button>
    </>
  );
}
