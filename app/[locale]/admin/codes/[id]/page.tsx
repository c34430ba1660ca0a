import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { ClientWords } from "@/components/client-words";
import { CodeFacts } from "@/components/discounts/code-facts";
import { CodeForm } from "@/components/discounts/code-form";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";
import { loadCode } from "@/lib/discounts/loaders";
import { privateMetadata } from "@/lib/http/page-metadata";

type CodePageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: CodePageProps): Promise<Metadata> {
  const loaded = await loadCode((await params).id);
  return privateMetadata(loaded?.code.code ?? (await getTranslations("adminCodes"))("title"));
}

export default async function CodePage({ params }: CodePageProps) {
  const loaded = await loadCode((await params).id);
  if (!loaded) return <NotFoundPage />;
  const { code, isAdmin, now } = loaded;
  const t = await getTranslations("adminCodes");
  return (
    <div className="mx-auto grid w-full max-w-4xl gap-5">
      <h1>
        <bdi>{code.code}</bdi>
      </h1>
      <p className="text-ink-soft">{t("usedTimes", { uses: code.uses })}</p>
      {isAdmin ? (
        <ClientWords rooms={["adminCodes", "adminProducts", "admin", "fields", "problems"]}>
          <CodeForm code={code} />
        </ClientWords>
      ) : (
        <CodeFacts code={code} now={now} />
      )}
      <p>
        <Link href="/admin/codes" prefetch={false} className={buttonClass({ kind: "quiet" })}>
          {t("toAll")}
        </Link>
      </p>
    </div>
  );
}
