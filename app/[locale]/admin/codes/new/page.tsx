import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { ClientWords } from "@/components/client-words";
import { CodeForm } from "@/components/discounts/code-form";
import { loadAdminContext } from "@/lib/http/load-staff-context";
import { privateMetadata } from "@/lib/http/page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminCodes"))("new"));
}

export default async function NewCodePage() {
  if (!(await loadAdminContext())) return <NotFoundPage />;
  const t = await getTranslations("adminCodes");
  return (
    <div className="mx-auto grid w-full max-w-4xl gap-5">
      <h1>{t("new")}</h1>
      <ClientWords rooms={["adminCodes", "adminProducts", "admin", "fields", "problems"]}>
        <CodeForm code={null} />
      </ClientWords>
    </div>
  );
}
