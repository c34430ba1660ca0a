import { useTranslations } from "next-intl";
import { CodeState } from "@/components/discounts/code-state";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Money } from "@/components/ui/money";
import { When } from "@/components/ui/when";
import type { CodeView } from "@/lib/discounts/schemas";

/** A discount code's terms, for those who only read them. */
export function CodeFacts({ code, now }: { code: CodeView; now: Date }) {
  const t = useTranslations("adminCodes");
  const moment = (at: string | null, none: "atOnce" | "noEnd") => (at === null ? t(none) : <When at={at} now={now} />);
  return (
    <Card>
      <Facts
        facts={[
          [
            t("takes"),
            code.amount === null ? (
              <bdi key="percent">{code.percent}%</bdi>
            ) : (
              <Money key="amount" amount={code.amount} />
            ),
          ],
          [t("starts"), moment(code.starts_at, "atOnce")],
          [t("ends"), moment(code.ends_at, "noEnd")],
          [t("maxUses"), code.max_uses ?? t("unlimited")],
          [t("maxUsesPerUser"), code.max_uses_per_user ?? t("unlimited")],
          [t("state"), <CodeState key="state" code={code} now={now} />],
        ]}
      />
    </Card>
  );
}
