import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";

const MOST = 500;
const GOODS = ["restock", "lost"] as const;

type CancelFormProps = { cancel: "cancel" | "came_back"; values: Record<string, string>; isPending: boolean };

/** Why an order is cancelled, and of a parcel that came back what became of the goods. */
export function CancelForm({ cancel, values, isPending }: CancelFormProps) {
  const t = useTranslations("adminOrders");
  return (
    <>
      {cancel === "came_back" && (
        <fieldset className="grid gap-1">
          <legend className="font-medium">{t("cameBack")}</legend>
          <p className="text-[0.9375rem] text-ink-soft">{t("cameBackNote")}</p>
          {GOODS.map((goods) => (
            <label key={goods} className="flex min-h-11 items-center gap-2">
              <input type="radio" name="goods" value={goods} defaultChecked={goods === (values.goods ?? "restock")} />
              {t(goods)}
            </label>
          ))}
        </fieldset>
      )}
      <Field
        id="cancel-reason"
        label={t("cancelWhy")}
        optional={t("optional")}
        name="reason"
        maxLength={MOST}
        autoComplete="off"
        defaultValue={values.reason}
      />
      <Button kind="danger" name="intent" value={cancel} wide aria-disabled={isPending}>
        {t("cancel")}
      </Button>
    </>
  );
}
