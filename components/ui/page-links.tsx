import { buttonClass } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";

type PageLinksProps = {
  label: string;
  /** Which page of how many, where that is known. */
  place?: string;
  previous: { href: string; words: string } | null;
  next: { href: string; words: string } | null;
};

/** One page of a long list back or on. */
export function PageLinks({ label, place, previous, next }: PageLinksProps) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-center gap-3 pt-2">
      {previous && (
        <Link href={previous.href} prefetch={false} rel="prev" className={buttonClass({ kind: "quiet" })}>
          {previous.words}
        </Link>
      )}
      {place && <span className="text-ink-soft">{place}</span>}
      {next && (
        <Link href={next.href} prefetch={false} rel="next" className={buttonClass({ kind: "quiet" })}>
          {next.words}
        </Link>
      )}
    </nav>
  );
}
