import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FieldOf } from "@/components/checkout/fields-of";
import { SavedAddresses, type SavedPlace } from "@/components/checkout/saved-addresses";
import { Card } from "@/components/ui/card";
import { Field, Select, TextArea } from "@/components/ui/field";

export type Places = {
  provinces: { slug: string; name: string }[];
  cities: { province: string; name: string }[];
};

type WhereCardProps = { field: FieldOf; places: Places; saved: SavedPlace[]; canSave: boolean };

/** Where it is brought: one of the saved addresses, or one that is typed here. Cities are offered, and any other is taken. */
export function WhereCard({ field, places, saved, canSave }: WhereCardProps) {
  const t = useTranslations("checkout");
  const known = field("shipping_province");
  const [province, setProvince] = useState(known.defaultValue ?? "");
  const cities = province ? places.cities.filter((city) => city.province === province) : places.cities;
  return (
    <Card title={t("where")}>
      <div className="address-choice grid gap-4">
        {saved.length > 0 && <SavedAddresses field={field} saved={saved} />}
        <div className={`grid gap-4 ${saved.length > 0 ? "new-address" : ""}`}>
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <Select
              {...known}
              label={t("province")}
              optional={t("optional")}
              autoComplete="address-level1"
              onChange={({ currentTarget }) => setProvince(currentTarget.value)}
            >
              <option value="">{t("anyProvince")}</option>
              {places.provinces.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </Select>
            <Field
              {...field("shipping_city")}
              label={t("city")}
              role="textbox"
              list="cities"
              autoComplete="address-level2"
              maxLength={80}
              aria-required
            />
            <datalist id="cities">
              {cities.map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
            </datalist>
          </div>
          <Field
            {...field("shipping_area")}
            label={t("area")}
            optional={t("optional")}
            hint={t("areaHint")}
            autoComplete="address-level3"
            maxLength={120}
          />
          <TextArea
            {...field("shipping_address")}
            label={t("address")}
            hint={t("addressHint")}
            autoComplete="street-address"
            rows={2}
            maxLength={500}
            aria-required
          />
          {canSave && (
            <label className="flex min-h-11 items-center gap-3">
              <input
                type="checkbox"
                name="save_address"
                value="yes"
                defaultChecked={field("save_address").defaultValue === "yes"}
                className="size-5 accent-cobalt"
              />
              {t("saveAddress")}
            </label>
          )}
        </div>
        <TextArea {...field("notes")} label={t("notes")} optional={t("optional")} rows={2} maxLength={1000} />
      </div>
    </Card>
  );
}
