import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Money } from "@/components/ui/money";
import type { SettingsView } from "@/lib/settings/schemas";

/** How the shop works, for those who only read it. */
export function SettingsFacts({ settings }: { settings: SettingsView }) {
  const t = useTranslations("adminSettings");
  const { approval_above, open_cash_per_phone } = settings;
  return (
    <div className="grid max-w-2xl gap-4">
      <p className="text-ink-soft">{t("readOnly")}</p>
      <Card title={t("cash")}>
        <Facts
          facts={[
            [t("cashLimit"), <Money key="limit" amount={settings.cash_limit} />],
            [t("openCash"), open_cash_per_phone ?? t("noLimit")],
            [t("call"), settings.cash_needs_call ? t("yes") : t("no")],
          ]}
        />
      </Card>
      <Card title={t("money")}>
        <Facts
          facts={[
            [t("approval"), approval_above === null ? t("noLimit") : <Money key="above" amount={approval_above} />],
          ]}
        />
      </Card>
      <Card title={t("watch")}>
        <Facts
          facts={[
            [t("unsettled"), settings.unsettled_after_days],
            [t("lowStock"), settings.low_stock_below],
          ]}
        />
      </Card>
    </div>
  );
}
