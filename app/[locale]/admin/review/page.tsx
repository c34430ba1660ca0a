import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { ClientWords } from "@/components/client-words";
import { CloseTogether } from "@/components/reviews/close-together";
import { ReviewDone } from "@/components/reviews/review-done";
import { ReviewFilters } from "@/components/reviews/review-filters";
import { ReviewItem } from "@/components/reviews/review-item";
import { ReviewLabel } from "@/components/reviews/review-label";
import { Notice } from "@/components/ui/notice";
import { getPathname } from "@/i18n/navigation";
import type { Address } from "@/lib/http/address-filters";
import { PagesOf } from "@/components/admin/pages-of";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadReviews } from "@/lib/reviews/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminReview"))("title"));
}

export default async function ReviewPage({ searchParams }: { searchParams: Promise<Address> }) {
  const found = await loadReviews(await searchParams);
  if (!found) return <NotFoundPage />;
  const { reviews, count, old, file, filters, together, done, pages, here } = found;
  const [t, admin, locale] = await Promise.all([getTranslations("adminReview"), getTranslations("admin"), getLocale()]);
  return (
    <ClientWords rooms={["adminForms", "adminReview", "auth", "fields", "problems"]}>
      <div className="grid gap-4">
        <header className="grid gap-1">
          <h1>{t("title")}</h1>
          <p className="text-ink-soft">{t("text")}</p>
        </header>
        {done && <ReviewDone done={done} />}
        {old > 0 && (
          <Notice tone="bad">
            <p>{t("old", { count: old })}</p>
          </Notice>
        )}
        <ReviewFilters filters={filters} file={file} path={getPathname({ href: "/admin/review", locale })} />
        <p role="status" className="text-ink-soft">
          {admin("count", { count })}
        </p>
        {together && (
          <CloseTogether
            kind={together}
            file={file ? { id: file.id, count } : undefined}
            items={reviews.map((review) => ({ id: review.id, label: <ReviewLabel review={review} /> }))}
            back={here}
          />
        )}
        {reviews.length === 0 && <p className="card p-6 text-center text-ink-soft">{t("none")}</p>}
        {reviews.map((review) => (
          <ReviewItem key={review.id} {...found} review={review} back={here} />
        ))}
        <PagesOf pages={pages} />
      </div>
    </ClientWords>
  );
}
