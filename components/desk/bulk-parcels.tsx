import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useFocusOn } from "@/components/ui/use-focus-on";
import type { BulkState } from "@/lib/desk/actions";

const MOST = 80;

/** A scanner of labels ends each number with Enter: that leads to the next field, and ships nothing yet. */
function toNextField(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== "Enter") return;
  event.preventDefault();
  const { form } = event.currentTarget;
  const fields = [...(form?.querySelectorAll<HTMLInputElement>("input[name^=tracking_]") ?? [])];
  fields[fields.indexOf(event.currentTarget) + 1]?.focus();
}

type BulkParcelsProps = { parcels: NonNullable<BulkState["parcels"]>; isPending: boolean };

/** With whom the chosen orders go, and under which number each of them. */
export function BulkParcels({ parcels, isPending }: BulkParcelsProps) {
  const t = useTranslations("adminOrders");
  const box = useFocusOn(true);
  return (
    <div ref={box} tabIndex={-1} className="card grid gap-4 p-4 outline-none">
      <button type="submit" disabled hidden aria-label={t("steps.ship")} />
      <h2 className="text-lg">{t("bulkShip", { count: parcels.length })}</h2>
      <div className="sm:max-w-sm">
        <Field label={t("courier")} optional={t("optional")} name="courier" maxLength={MOST} autoComplete="off" />
      </div>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {parcels.map(({ orderId, orderNumber, version, trackingNumber }) => (
          <li key={orderId}>
            <input type="hidden" name={`order_${orderId}`} value={version} />
            <Field
              label={t.rich("trackingOf", { number: () => <bdi className="figures">{orderNumber}</bdi> })}
              name={`tracking_${orderId}`}
              maxLength={MOST}
              autoComplete="off"
              dir="ltr"
              defaultValue={trackingNumber}
              onKeyDown={toNextField}
            />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button name="step" value="ship_now" aria-disabled={isPending}>
          {t("steps.ship")}
        </Button>
        <Button kind="quiet" name="step" value="back" aria-disabled={isPending}>
          {t("bulkBack")}
        </Button>
      </div>
    </div>
  );
}
