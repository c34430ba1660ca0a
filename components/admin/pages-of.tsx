import { getTranslations } from "next-intl/server";
import { PageLinks } from "@/components/ui/page-links";

type PagesOfProps = { pages: { page: number; pages: number | null; previous: string | null; next: string | null } };

/** The pages of a back office's list; how many there are is not said where nobody has counted. */
export async function PagesOf({ pages: { page, pages, previous, next } }: PagesOfProps) {
  const t = await getTranslations("admin");
  return (
    <PageLinks
      label={t("pages")}
      place={pages === null ? t("pageAlone", { page }) : t("page", { page, pages })}
      previous={previous === null ? null : { href: previous, words: t("previous") }}
      next={next === null ? null : { href: next, words: t("next") }}
    />
  );
}
