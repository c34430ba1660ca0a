"use client";

import { useLocale, useTranslations } from "next-intl";
import { itemName } from "@/components/orders/item-name";
import { buttonClass } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import type { Refill, RefillLine } from "@/lib/orders/refill-cart";

/** What became of each line that did not come back as it was, old → new, and the way to the cart. */
export function RefillNotice({ refill }: { refill: Refill }) {
  const t = useTranslations("orderForms");
  const pieces = refill.lines.reduce((sum, line) => sum + line.added, 0);
  const isWhole = refill.lines.every((line) => line.outcome === "whole" && line.was === line.now);
  return (
    <Notice tone={isWhole ? "good" : "wait"}>
      <p className="font-medium">{t("againDone", { count: pieces })}</p>
      {!isWhole && (
        <ul className="grid gap-1.5">
          {refill.lines.map((line) => (
            <LineNews key={line.product_item_code} line={line} />
          ))}
        </ul>
      )}
      {(pieces > 0 || refill.lines.some((line) => line.outcome === "in_cart")) && (
        <Link href="/cart#lines" prefetch={false} className={buttonClass({ size: "small" })}>
          {t("againCart")}
        </Link>
      )}
    </Notice>
  );
}

function LineNews({ line }: { line: RefillLine }) {
  const t = useTranslations("orderForms");
  const name = itemName(line, useLocale());
  const { outcome, wanted, added } = line;
  const isDearer = Number(line.now) > Number(line.was);
  return (
    <>
      {outcome !== "whole" && <li>{t(`again_${outcome}`, { name, wanted, added })}</li>}
      {added > 0 && line.now !== line.was && (
        <li>
          {t.rich(isDearer ? "againDearer" : "againCheaper", {
            name,
            old: () => (
              <s>
                <Money amount={line.was} />
              </s>
            ),
            new: () => <Money amount={line.now} className="font-semibold" />,
          })}
        </li>
      )}
    </>
  );
}
