import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { ClientWords } from "@/components/client-words";
import { CodeForm } from "@/components/discounts/code-form";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";
import { loadCode } from "@/lib/discounts/loaders";
import { privateMetadata } from "@/lib/http/page-metadata";

type CodePageProps = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminCodes"))("title"));
}

export default async function CodePage({ params }: CodePageProps) {
  const code = await loadCode((await params).id);
  if (!code) return <NotFoundPage />;
  const t = await getTranslations("adminCodes");
  return (
    <div className="mx-auto grid w-full max-w-4xl gap-5">
      <h1>
        <bdi>{code.code}</bdi>
      </h1>
      <p className="text-ink-soft">{t("usedTimes", { uses: code.uses })}</p>
      <ClientWords rooms={["adminCodes", "adminProducts", "admin", "fields", "problems"]}>
        <CodeForm code={code} />
      </ClientWords>
      <p>
        <Link href="/admin/codes" prefetch={false} className={buttonClass({ kind: "quiet" })}>
          {t("toAll")}
        </Link>
      </p>
    </div>
  );
}
