import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";

type OtherWaysProps = { path: string; orderNumber: string; isSignedIn: boolean };

/** How somebody who is not known as its owner comes to the order of a payment. */
export function OtherWays({ path, orderNumber, isSignedIn }: OtherWaysProps) {
  const t = useTranslations("payment");
  return (
    <p className="flex flex-wrap justify-center gap-x-3 text-center text-[0.9375rem] text-ink-soft">
      <span>{t("ownerOnly")}</span>
      {!isSignedIn && (
        <Link href={`/sign-in?next=${path}`} prefetch={false} className="link">
          {t("signIn")}
        </Link>
      )}
      <Link href={{ pathname: "/track", query: { order_number: orderNumber } }} prefetch={false} className="link">
        {t("track")}
      </Link>
    </p>
  );
}
