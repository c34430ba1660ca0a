import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TrackedOrder } from "@/components/orders/tracked-order";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { getPathname } from "@/i18n/navigation";
import { publicMetadata } from "@/lib/http/page-metadata";
import { loadTrackedOrder } from "@/lib/orders/loaders";

type TrackPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("track");
  return publicMetadata("/track", { title: t("title"), description: t("description") });
}

export default async function TrackPage({ searchParams }: TrackPageProps) {
  const [t, locale, asked] = await Promise.all([
    getTranslations("track"),
    getLocale(),
    searchParams.then(loadTrackedOrder),
  ]);
  const wrong = (field: "order_number" | "phone") =>
    asked.errors[field] && t(asked.errors[field] === "required" ? "required" : "tooLong");
  return (
    <div className="mx-auto grid w-full max-w-xl gap-6">
      <header className="grid gap-2">
        <h1>{t("title")}</h1>
        <p className="text-ink-soft">{t("text")}</p>
      </header>
      {asked.refused && (
        <Notice tone="bad" role="alert">
          <p>{t(asked.refused)}</p>
        </Notice>
      )}
      <Card>
        <form action={`${getPathname({ href: "/track", locale })}#tracked`} noValidate className="grid gap-5">
          <Field
            label={t("number")}
            name="order_number"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            dir="ltr"
            maxLength={40}
            hint={t("numberHint")}
            defaultValue={asked.values.order_number}
            error={wrong("order_number")}
          />
          <Field
            label={t("phone")}
            name="phone"
            type="tel"
            autoComplete="tel"
            dir="ltr"
            maxLength={32}
            hint={t("phoneHint")}
            defaultValue={asked.values.phone}
            error={wrong("phone")}
          />
          <Button size="large" wide>
            {t("submit")}
          </Button>
        </form>
      </Card>
      {asked.order && <TrackedOrder order={asked.order} now={asked.now} />}
    </div>
  );
}
