import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import type { FormState } from "@/lib/http/form-state";

const MOST = 80;

type ParcelFieldsProps = { state: FormState; courier: string; trackingNumber: string };

/** With whom a parcel goes, and under which number. */
export function ParcelFields({ state: { values, errors }, courier, trackingNumber }: ParcelFieldsProps) {
  const t = useTranslations("adminOrders");
  const fields = useTranslations("fields");
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field
        label={t("courier")}
        name="courier"
        maxLength={MOST}
        autoComplete="off"
        defaultValue={values.courier ?? courier}
        error={errors.courier && fields(errors.courier)}
      />
      <Field
        label={t("tracking")}
        name="tracking_number"
        maxLength={MOST}
        autoComplete="off"
        dir="ltr"
        defaultValue={values.tracking_number ?? trackingNumber}
        error={errors.tracking_number && fields(errors.tracking_number)}
      />
    </div>
  );
}
