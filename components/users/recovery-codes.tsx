import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";

/** What signs in without the phone: shown this once. */
export function RecoveryCodes({ codes, toAdmin }: { codes: readonly string[]; toAdmin: boolean }) {
  const t = useTranslations("secondFactor");
  return (
    <>
      <Notice tone="good" role="status">
        <p>{t("isOn")}</p>
      </Notice>
      <h2 className="text-lg">{t("codesTitle")}</h2>
      <p>{t("codesText")}</p>
      <ol className="grid gap-1 font-mono sm:grid-cols-2" dir="ltr">
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ol>
      <Link
        href={toAdmin ? "/admin" : "/account"}
        prefetch={false}
        className={buttonClass({ kind: "quiet", wide: true })}
      >
        {t(toAdmin ? "toAdmin" : "toAccount")}
      </Link>
    </>
  );
}
