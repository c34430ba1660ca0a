import { getLocale, getTranslations } from "next-intl/server";
import { MatchAgainForm } from "@/components/reviews/match-again-form";
import { OwnerForm } from "@/components/reviews/owner-form";
import { ReviewAbout } from "@/components/reviews/review-about";
import { ReviewClosing } from "@/components/reviews/review-closing";
import { ReviewFacts } from "@/components/reviews/review-facts";
import { ReviewForm } from "@/components/reviews/review-form";
import { jobOf } from "@/components/reviews/job-of";
import { reviewValues } from "@/components/reviews/review-values";
import { StateMark } from "@/components/ui/notice";
import { ageOf, isForAdmins, OLD_MINUTES, sendsMoney } from "@/lib/reviews/model";
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
  const values = reviewValues(review, locale);
  const isOpen = review.closed_at === null;
  const openedAt = new Date(review.opened_at);
  const isOld = isOpen && hasPassed(openedAt, OLD_MINUTES, now);
  const job = jobOf(review);
  const actions = review.actions
    .filter((action) => isAdmin || !isForAdmins(action))
    .toSorted((one, other) => Number(other === job) - Number(one === job));
  const matching = isOpen && review.kind === "settlement_differs" && (job === null ? "first" : "last");
  const title = `review-${review.id}`;
  return (
    <article aria-labelledby={title} className={`card grid gap-4 p-4 lg:grid-cols-2 ${isOld ? "border-bad" : ""}`}>
      <div className="grid min-w-0 content-start gap-3">
        <header className="grid gap-1">
          <h2 id={title} className="text-lg">
            {t(`kinds.${review.kind}.title`)}
          </h2>
          <ReviewAbout review={review} />
          <p className="flex flex-wrap gap-x-4 text-[0.9375rem] text-ink-soft">
            <time dateTime={review.opened_at}>{t(isOpen ? "waits" : "opened", ageOf(openedAt, now))}</time>
            <span>
              {t("owner")}: {review.owner === null ? t("nobody") : <bdi>{review.owner_name || review.owner}</bdi>}
            </span>
            {isOld && <StateMark tone="bad">{t("isOld")}</StateMark>}
          </p>
        </header>
        <p>{t(`kinds.${review.kind}.what`, values)}</p>
        {isOpen && <p className="font-medium">{t(`kinds.${review.kind}.todo`, values)}</p>}
        <ReviewFacts facts={review.facts} now={now} />
      </div>
      <div className="grid min-w-0 content-start gap-4">
        {matching === "first" && <MatchAgainForm id={review.id} isJob back={back} />}
        {isOpen && actions.length > 0 && (
          <ReviewForm
            id={review.id}
            actions={actions}
            job={job}
            accepted={values.named}
            asksPassword={isReal && actions.some(sendsMoney)}
            back={back}
          />
        )}
        {matching === "last" && <MatchAgainForm id={review.id} back={back} />}
        {isOpen && actions.length < review.actions.length && <p className="text-ink-soft">{t("forAdmins")}</p>}
        {isOpen && <OwnerForm id={review.id} isMine={`user:${review.owner_id}` === me} back={back} />}
        <ReviewClosing review={review} people={people} now={now} />
      </div>
    </article>
  );
}
