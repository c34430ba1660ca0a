"use client";

import { useTranslations } from "next-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field, Select, TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { PhoneField } from "@/components/ui/phone-field";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useFormAction } from "@/components/ui/use-form-action";
import { Link } from "@/i18n/navigation";
import { saveAddressAction } from "@/lib/addresses/actions";
import type { AddressView } from "@/lib/addresses/schemas";

type Places = { provinces: { slug: string; name: string }[]; cities: string[] };
type Known = Omit<AddressView, "id" | "province"> & { province: string };
type AddressFormProps = { id: number | null; known: Known; places: Places };

/** A new place, or one of the saved ones written anew. */
export function AddressForm({ id, known, places }: AddressFormProps) {
  const t = useTranslations("addresses");
  const words = useTranslations("checkout");
  const fields = useTranslations("fields");
  const { state, isPending, formProps } = useFormAction(saveAddressAction);
  const field = (name: keyof Known) => {
    const wrong = state.errors[name];
    return {
      id: `field-address-${name}`,
      name,
      defaultValue: state.problem ? (state.values[name] ?? "") : known[name],
      error: wrong && fields(name === "phone" && wrong === "invalid" ? "phone" : wrong),
    };
  };
  return (
    <Card title={t(id === null ? "add" : "change")}>
      <form {...formProps} className="grid gap-5">
        {state.problem?.code === "address_limit" ? (
          <Notice tone="bad" role="alert">
            <p>{t("limit")}</p>
          </Notice>
        ) : (
          <ProblemNotice problem={state.problem} />
        )}
        {id !== null && <input type="hidden" name="address_id" value={id} />}
        <Field {...field("name")} label={words("name")} autoComplete="name" maxLength={120} />
        <PhoneField {...field("phone")} label={words("phone")} autoComplete="tel" />
        <Select
          {...field("province")}
          label={words("province")}
          optional={words("optional")}
          autoComplete="address-level1"
        >
          <option value="">{words("anyProvince")}</option>
          {places.provinces.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
        <Field
          {...field("city")}
          label={words("city")}
          role="textbox"
          list="account-cities"
          autoComplete="address-level2"
          maxLength={80}
        />
        <datalist id="account-cities">
          {places.cities.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </datalist>
        <Field
          {...field("area")}
          label={words("area")}
          optional={words("optional")}
          autoComplete="address-level3"
          maxLength={120}
        />
        <TextArea
          {...field("address")}
          label={words("address")}
          hint={words("addressHint")}
          autoComplete="street-address"
          rows={2}
          maxLength={500}
        />
        <div className="flex flex-wrap gap-3">
          <Button aria-disabled={isPending}>{t("save")}</Button>
          <Link href="/account#addresses" prefetch={false} className={buttonClass({ kind: "quiet" })}>
            {t("leave")}
          </Link>
        </div>
      </form>
    </Card>
  );
}
