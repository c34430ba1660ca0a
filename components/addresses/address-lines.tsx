import { useLocale } from "next-intl";
import { provinceName } from "@/lib/addresses/model";
import type { AddressView } from "@/lib/addresses/schemas";

type Place = Pick<AddressView, "address" | "area" | "city" | "province">;

/** A place as it is written on a parcel; the names of streets and cities stay as they were typed. */
export function AddressLines({ address, area, city, province }: Place) {
  const locale = useLocale();
  return (
    <>
      {[address, area].filter(Boolean).map((line) => (
        <span key={line} className="block">
          <bdi className="whitespace-pre-line">{line}</bdi>
        </span>
      ))}
      <span className="block empty:hidden">
        {city && <bdi>{city}</bdi>}
        {city && province && " · "}
        {province && <bdi>{provinceName(province, locale)}</bdi>}
      </span>
    </>
  );
}
