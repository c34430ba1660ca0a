"use client";

import { useTranslations } from "next-intl";
import { RefusalWords } from "@/components/cart/refusal-words";
import { useRefusedChanges, useWaitingChanges } from "@/components/cart/use-cart-news";
import { noteRefusal } from "@/components/cart/waiting-changes";
import { Icon } from "@/components/ui/icon";
import { useOnline } from "@/components/ui/use-online";
import { usePathname } from "@/i18n/navigation";

/** Says so while there is no network, what waits for it, and what the shop refused since the visitor went on. */
export function OfflineNotice() {
  const t = useTranslations("shell");
  const isOnline = useOnline();
  const waiting = useWaitingChanges();
  return (
    <>
      <div role="status" className="sticky top-0 z-40 bg-paper text-center text-[0.9375rem]">
        {!isOnline && (
          <p className="border-b border-wait bg-wait/10 px-4 py-2 font-medium">
            {t("offline")} {waiting.length > 0 && t("waiting", { count: waiting.length })}
          </p>
        )}
      </div>
      <Refusals />
    </>
  );
}

/** The cart's and the product's own pages say their refusals themselves, where they belong. */
function Refusals() {
  const t = useTranslations("shell");
  const path = usePathname();
  const elsewhere = useRefusedChanges().filter(
    ({ change }) => path !== "/cart" && path !== `/products/${encodeURIComponent(change.itemCode)}`,
  );
  return elsewhere.map((refused) => (
    <div
      key={refused.change.id}
      role="alert"
      className="flex items-center justify-center gap-2 border-b border-bad bg-bad/10 px-4 py-1 text-[0.9375rem] font-medium"
    >
      <RefusalWords name={refused.change.name} refusal={refused.refusal} />
      <button
        type="button"
        aria-label={t("seen")}
        onClick={() => noteRefusal(refused.change.itemCode, null)}
        className="inline-flex size-11 shrink-0 items-center justify-center rounded-soft hover:text-bad"
      >
        <Icon name="cross" />
      </button>
    </div>
  ));
}
