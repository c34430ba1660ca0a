import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { ClientWords } from "@/components/client-words";
import { ReviewFilters } from "@/components/reviews/review-filters";
import { ReviewItem } from "@/components/reviews/review-item";
import { Notice } from "@/components/ui/notice";
import { getPathname } from "@/i18n/navigation";
import type { Address } from "@/lib/http/address-filters";
import { PagesOf } from "@/components/admin/pages-of";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadReviews } from "@/lib/reviews/loaders";

const DONE = ["closed", "taken"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminReview"))("title"));
}

export default async function ReviewPage({ searchParams }: { searchParams: Promise<Address> }) {
  const address = await searchParams;
  const found = await loadReviews(address);
  if (!found) return <NotFoundPage />;
  const { reviews, count, old, filters, pages, here } = found;
  const [t, admin, locale] = await Promise.all([getTranslations("adminReview"), getTranslations("admin"), getLocale()]);
  const done = DONE.find((one) => one === address.done);
  return (
    <ClientWords rooms={["adminForms", "adminReview", "auth", "fields", "problems"]}>
      <div className="grid gap-4">
        <header className="grid gap-1">
          <h1>{t("title")}</h1>
          <p className="text-ink-soft">{t("text")}</p>
        </header>
        {done && (
          <Notice tone="good" role="status">
            <p>{t(`done.${done}`)}</p>
          </Notice>
        )}
        {old > 0 && (
          <Notice tone="bad">
            <p>{t("old", { count: old })}</p>
          </Notice>
        )}
        <ReviewFilters filters={filters} path={getPathname({ href: "/admin/review", locale })} />
        <p role="status" className="text-ink-soft">
          {admin("count", { count })}
        </p>
        {reviews.length === 0 && <p className="card p-6 text-center text-ink-soft">{t("none")}</p>}
        {reviews.map((review) => (
          <ReviewItem key={review.id} {...found} review={review} back={here} />
        ))}
        <PagesOf pages={pages} />
      </div>
    </ClientWords>
  );
}
