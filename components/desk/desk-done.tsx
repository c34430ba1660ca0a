import { useTranslations } from "next-intl";
import { DoneNotice } from "@/components/admin/done-notice";
import { DESK_DONE } from "@/lib/desk/model";

const WAITS = ["refunding", "requested", "askedAbout", "refundRefused"] as const;
const OF_MONEY = [...WAITS, "refunded", "returned"] as const;

type DeskDoneProps = {
  done: string | string[] | undefined;
  /** Another one each time that something was done. */
  mark: string;
  canCancel: boolean;
};

/** What was done with the order by the form that led back to it; where all money went back, what may come next. */
export function DeskDone({ done, mark, canCancel }: DeskDoneProps) {
  const t = useTranslations("adminOrders");
  const refunds = useTranslations("adminRefunds");
  const step = DESK_DONE.find((one) => one === done);
  const money = OF_MONEY.find((one) => one === done);
  if (!step && !money) return null;
  return (
    <DoneNotice key={`${step ?? money} ${mark}`} tone={WAITS.some((one) => one === done) ? "wait" : "good"}>
      <p>{money ? refunds(`done.${money}`) : step && t(`done.${step}`)}</p>
      {money === "refunded" && canCancel && (
        <p>
          <a href="#cancel" className="link">
            {t("cancelNow")}
          </a>
        </p>
      )}
    </DoneNotice>
  );
}
