"use client";

import { useTranslations } from "next-intl";
import { useSearchParams } from "next/navigation";
import { Notice } from "@/components/ui/notice";

const WORDS = { exports_busy: "busy", forbidden: "forbidden" } as const;

/** Why a page's link to a file has led back to the page, or a form to the first page. */
export function ExportRefused() {
  const t = useTranslations("adminExports");
  const refused = useSearchParams().get("refused");
  if (refused !== "exports_busy" && refused !== "forbidden") return null;
  return (
    <div className="mb-5">
      <Notice tone="bad" role="alert">
        <p>{t(WORDS[refused])}</p>
      </Notice>
    </div>
  );
}
