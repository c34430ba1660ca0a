import { useTranslations } from "next-intl";
import { PAYMENT_STATES } from "@/lib/payments/model";

/** What a message was taken for, and what became of the payment by it. */
export function DecisionWords({ decision, refusal }: { decision: string; refusal: string | null }) {
  const t = useTranslations("adminPayments");
  const states = useTranslations("order.attempts");
  const [what = "", outcome = ""] = decision.split(": ");
  const news = `decisions.${what.replaceAll(" ", "_")}` as "decisions.asked";
  const why = `refusals.${refusal ?? ""}` as "refusals.invalid_signature";
  const state = PAYMENT_STATES.find((one) => outcome === `to ${one}`);
  const became = state
    ? t("becomes", { state: states(state) })
    : outcome === "nothing changes"
      ? t("nothingChanges")
      : "";
  return (
    <>
      {t.has(news) ? t(news) : <bdi>{what}</bdi>}
      {became ? ` · ${became}` : outcome && <bdi> · {outcome}</bdi>}
      {refusal && <> · {t.has(why) ? t(why) : <bdi>{refusal}</bdi>}</>}
    </>
  );
}
