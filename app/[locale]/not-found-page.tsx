import { notFound } from "next/navigation";
import { NotFoundView } from "@/app/[locale]/not-found-view";
import { setAnswerStatus } from "@/lib/http/answer-status";

/** A page that says there is nothing here, with status 404 and, unlike `notFound()`, also without scripts. */
export function NotFoundPage() {
  return setAnswerStatus(404) ? <NotFoundView /> : notFound();
}
