import { useTranslations } from "next-intl";
import type { FieldOf } from "@/components/checkout/fields-of";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { PhoneField } from "@/components/ui/phone-field";

/** Whom the courier asks for, and where the news of the order goes. */
export function WhoCard({ field }: { field: FieldOf }) {
  const t = useTranslations("checkout");
  return (
    <Card title={t("who")}>
      <Field {...field("customer_name")} label={t("name")} autoComplete="name" maxLength={120} aria-required />
      <PhoneField
        {...field("customer_phone")}
        label={t("phone")}
        hint={t("phoneHint")}
        autoComplete="tel"
        aria-required
      />
      <Field
        {...field("customer_email")}
        label={t("email")}
        optional={t("optional")}
        hint={t("emailHint")}
        type="email"
        inputMode="email"
        autoComplete="email"
        dir="ltr"
        maxLength={254}
      />
    </Card>
  );
}
