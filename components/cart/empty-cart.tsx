"use client";

import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/i18n/navigation";

type EmptyCartProps = { isSignedIn: boolean; isCalm: boolean };

/** Nothing in it, and where to go; a visitor without a session may have things waiting in an account. */
export function EmptyCart({ isSignedIn, isCalm }: EmptyCartProps) {
  const t = useTranslations("cart");
  return (
    <div
      id="cart-empty"
      tabIndex={-1}
      className="card grid justify-items-center gap-4 px-6 py-10 text-center outline-none sm:py-14"
    >
      <span className="inline-flex size-20 items-center justify-center rounded-full bg-turquoise/20 text-cobalt">
        <Icon name="cart" className="size-10" />
      </span>
      <p className="text-lg font-medium">{t("empty")}</p>
      <Link href="/products" prefetch={false} className={buttonClass({ kind: isCalm ? "quiet" : "primary" })}>
        {t("emptyNext")}
      </Link>
      {!isSignedIn && (
        <p className="text-[0.9375rem] text-ink-soft">
          {t("signedOut")}{" "}
          <Link href="/sign-in?next=/cart" prefetch={false} className="link">
            {t("signIn")}
          </Link>
        </p>
      )}
    </div>
  );
}
