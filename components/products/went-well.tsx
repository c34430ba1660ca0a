import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

const REASONS = [
  "payload_too_large",
  "unsupported_media_type",
  "moving",
  "too_many_pixels",
  "broken",
  "changed_meanwhile",
  "pictures_unavailable",
  "not_utf8",
  "unknown_column",
  "no_item_code",
  "column_twice",
  "not_csv",
  "empty",
  "invalid_input",
] as const;

type Said = { done?: string | string[]; refused?: string | string[] };

/** How the form went that led back to this page, as the page's address says. */
export function WentWell({ done, refused }: Said) {
  const t = useTranslations("adminProducts");
  if (refused !== undefined) {
    return (
      <Notice tone="bad" role="alert">
        <p>{t(`refused.${REASONS.find((reason) => reason === refused) ?? "other"}`)}</p>
      </Notice>
    );
  }
  if (done === undefined) return null;
  return (
    <Notice tone="good" role="status">
      <p>{t("saved")}</p>
    </Notice>
  );
}
