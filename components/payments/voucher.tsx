import { useTranslations } from "next-intl";
import { ShareButton } from "@/components/payments/share-button";
import { CopyButton } from "@/components/ui/copy-button";
import { Money } from "@/components/ui/money";
import { When } from "@/components/ui/when";
import { VoucherLeft } from "@/components/payments/voucher-left";

type VoucherProps = { number: string; amount: string; until: string | null; now: Date };

/** What the payer says at the counter, in digits that can be read out. */
export function Voucher({ number, amount, until, now }: VoucherProps) {
  const t = useTranslations("payment");
  const grouped = number.replace(/(.{4})(?=.)/g, "$1 ");
  return (
    <section className="card grid gap-3 border-2 border-cobalt p-4 sm:p-6">
      <h2 className="text-lg">{t("voucher")}</h2>
      <p className="text-3xl leading-tight font-bold sm:text-4xl">
        <bdi className="figures">{grouped}</bdi>
      </p>
      <p>
        {t.rich(until ? "voucherUntil" : "voucherText", {
          amount: () => <Money amount={amount} className="font-semibold" />,
          until: () => (until ? <When at={until} now={now} /> : null),
        })}
      </p>
      {until && (
        <p className="font-medium">
          <VoucherLeft until={until} startsAt={now.toISOString()} />
        </p>
      )}
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <CopyButton text={number} label={t("copy")} done={t("copied")} />
        <ShareButton text={`${t("voucher")}: ${number}`} label={t("share")} />
      </div>
    </section>
  );
}
