import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SearchBox } from "@/components/catalog/search-box";
import { ClientWords } from "@/components/client-words";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { getPathname } from "@/i18n/navigation";

/** A plain form that leads to the shelf, with suggestions where there is a script; `children` are further fields of it. */
export function SearchForm({ search = "", children }: { search?: string; children?: ReactNode }) {
  const t = useTranslations("search");
  const locale = useLocale();
  return (
    <form action={getPathname({ href: "/products", locale })} role="search" className="grid gap-3">
      <div className="flex gap-2">
        <label htmlFor="search" className="sr-only">
          {t("label")}
        </label>
        <ClientWords rooms={["search"]}>
          <SearchBox search={search} />
        </ClientWords>
        <Button aria-label={t("submit")} className="px-4">
          <Icon name="search" />
          <span className="max-sm:sr-only">{t("submit")}</span>
        </Button>
      </div>
      {children}
    </form>
  );
}
