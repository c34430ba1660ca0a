import { getLocale, getTranslations } from "next-intl/server";
import { OwnerForm } from "@/components/reviews/owner-form";
import { ReviewForm } from "@/components/reviews/review-form";
import { reviewValues } from "@/components/reviews/review-values";
import { StateMark } from "@/components/ui/notice";
import { When } from "@/components/ui/when";
import { Link } from "@/i18n/navigation";
import { OLD_MINUTES, sendsMoney } from "@/lib/reviews/model";
import type { ReviewView } from "@/lib/reviews/schemas";
import { hasPassed } from "@/lib/shared/pakistan-time";

type ReviewItemProps = {
  review: ReviewView;
  people: ReadonlyMap<string, string | null>;
  me: string;
  isAdmin: boolean;
  /** The password is asked for, since real money moves. */
  isReal: boolean;
  back: string;
  now: Date;
};

/** One thing that needs a person: what happened, what is known, what to do, and the way to do it. */
export async function ReviewItem({ review, people, me, isAdmin, isReal, back, now }: ReviewItemProps) {
  const [t, locale] = await Promise.all([getTranslations("adminReview"), getLocale()]);
  const values = reviewValues(review, locale === "ur");
  const isOpen = review.closed_at === null;
  const isOld = isOpen && hasPassed(new Date(review.opened_at), OLD_MINUTES, now);
  const actions = review.actions.filter((action) => isAdmin || action === "close");
  const title = `review-${review.id}`;
  return (
    <article aria-labelledby={title} className={`card grid gap-4 p-4 lg:grid-cols-2 ${isOld ? "border-bad" : ""}`}>
      <div className="grid content-start gap-3">
        <header className="grid gap-1">
          <h2 id={title} className="text-lg">
            {t(`kinds.${review.kind}.title`)}
          </h2>
          <p className="flex flex-wrap gap-x-4 text-[0.9375rem]">
            <AboutLinks review={review} />
          </p>
          <p className="flex flex-wrap gap-x-4 text-[0.9375rem] text-ink-soft">
            <span>
              {t("openedAt")}: <When at={review.opened_at} now={now} />
            </span>
            <span>
              {t("owner")}: {review.owner === null ? t("nobody") : <bdi>{review.owner}</bdi>}
            </span>
            {isOld && <StateMark tone="bad">{t("isOld")}</StateMark>}
          </p>
        </header>
        <p>{t(`kinds.${review.kind}.what`, values)}</p>
        {isOpen && <p className="font-medium">{t(`kinds.${review.kind}.todo`)}</p>}
        <KnownFacts facts={review.facts} words={t("known")} />
      </div>
      <div className="grid content-start gap-4">
        {isOpen && actions.length > 0 && (
          <ReviewForm
            id={review.id}
            actions={actions}
            accepted={values.named}
            asksPassword={isReal && actions.some(sendsMoney)}
            back={back}
          />
        )}
        {isOpen && actions.length < review.actions.length && <p className="text-ink-soft">{t("forAdmins")}</p>}
        {isOpen && <OwnerForm id={review.id} isMine={`user:${review.owner_id}` === me} back={back} />}
        {!isOpen && (
          <p>
            {t.rich("closedBy", {
              name: () => <bdi>{people.get(review.closed_by ?? "") ?? review.closed_by}</bdi>,
              resolution: review.resolution ?? "",
            })}{" "}
            <When at={review.closed_at ?? review.opened_at} now={now} />
          </p>
        )}
      </div>
    </article>
  );
}

/** The payment and the order that it is about, or that it is about neither. */
async function AboutLinks({ review }: { review: ReviewView }) {
  const t = await getTranslations("adminReview");
  if (review.payment_id === null) return <span>{t("settlement")}</span>;
  return (
    <>
      <Link href={`/admin/payments/${review.payment_id}`} prefetch={false} data-row className="link">
        {t.rich("payment", { reference: () => <bdi className="figures">{review.transaction_id}</bdi> })}
      </Link>
      <Link href={`/admin/orders/${review.order_id}`} prefetch={false} className="link">
        {t.rich("order", { number: () => <bdi className="figures">{review.order_number}</bdi> })}
      </Link>
    </>
  );
}

function KnownFacts({ facts, words }: { facts: ReviewView["facts"]; words: string }) {
  const known = Object.entries(facts).filter(([, fact]) => fact !== null && fact !== "");
  if (known.length === 0) return null;
  return (
    <details>
      <summary className="min-h-11 content-center text-[0.9375rem] text-ink-soft">{words}</summary>
      <dl dir="ltr" className="grid grid-cols-[auto_1fr] gap-x-3 text-start text-[0.9375rem]">
        {known.map(([name, fact]) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="break-words">{fact}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
