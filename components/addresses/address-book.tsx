import { useTranslations } from "next-intl";
import { AddressLines } from "@/components/addresses/address-lines";
import { RemoveAddress } from "@/components/addresses/remove-address";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { shownPhone } from "@/components/ui/shown-phone";
import { Link } from "@/i18n/navigation";
import { MOST_ADDRESSES } from "@/lib/addresses/model";
import type { AddressView } from "@/lib/addresses/schemas";

/** The places that an account has saved, each of which can be forgotten. */
export function AddressBook({ addresses }: { addresses: AddressView[] }) {
  const t = useTranslations("addresses");
  return (
    <Card title={t("title")}>
      {addresses.length === 0 && <p className="text-ink-soft">{t("none")}</p>}
      <ul className="grid gap-4 empty:hidden">
        {addresses.map((address) => (
          <li
            key={address.id}
            className="flex items-start justify-between gap-4 border-line not-first:border-t not-first:pt-4"
          >
            <address className="min-w-0 not-italic">
              <span className="block font-medium">
                <bdi>{address.name}</bdi>
              </span>
              <AddressLines {...address} />
              <bdi className="figures text-ink-soft">{shownPhone(address.phone)}</bdi>
            </address>
            <div className="grid justify-items-end">
              <Link
                href={`/account?address=${address.id}#address`}
                prefetch={false}
                aria-label={t("changeOf", { address: address.address })}
                className={buttonClass({ kind: "plain", size: "small" })}
              >
                {t("changeShort")}
              </Link>
              <RemoveAddress id={address.id} label={t("removeOf", { address: address.address })} word={t("remove")} />
            </div>
          </li>
        ))}
      </ul>
      {addresses.length < MOST_ADDRESSES && (
        <Link
          href="/account?address=new#address"
          prefetch={false}
          className={`justify-self-start ${buttonClass({ kind: "quiet", size: "small" })}`}
        >
          {t("add")}
        </Link>
      )}
    </Card>
  );
}
