import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { ClientWords } from "@/components/client-words";
import { SettingsFacts } from "@/components/settings/settings-facts";
import { SettingsForm } from "@/components/settings/settings-form";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadSettings } from "@/lib/settings/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminSettings"))("title"));
}

export default async function SettingsPage() {
  const loaded = await loadSettings();
  if (!loaded) return <NotFoundPage />;
  const { settings, isAdmin } = loaded;
  const t = await getTranslations("adminSettings");
  return (
    <ClientWords rooms={["admin", "adminForms", "adminProducts", "adminSettings", "auth", "fields", "problems"]}>
      <div className="grid gap-4">
        <header className="grid gap-1">
          <h1>{t("title")}</h1>
          <p className="text-ink-soft">{t("text")}</p>
        </header>
        {isAdmin ? <SettingsForm settings={settings} /> : <SettingsFacts settings={settings} />}
      </div>
    </ClientWords>
  );
}
