import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { ClientWords } from "@/components/client-words";
import { SettingsForm } from "@/components/settings/settings-form";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadSettings } from "@/lib/settings/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminSettings"))("title"));
}

export default async function SettingsPage() {
  const settings = await loadSettings();
  if (!settings) return <NotFoundPage />;
  const t = await getTranslations("adminSettings");
  return (
    <ClientWords rooms={["admin", "adminForms", "adminSettings", "auth", "fields", "problems"]}>
      <div className="grid gap-4">
        <header className="grid gap-1">
          <h1>{t("title")}</h1>
          <p className="text-ink-soft">{t("text")}</p>
        </header>
        <SettingsForm settings={settings} />
      </div>
    </ClientWords>
  );
}
