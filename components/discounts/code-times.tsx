import { useTranslations } from "next-intl";
import { Cell } from "@/components/admin/table";
import { When } from "@/components/ui/when";
import type { CodeView } from "@/lib/discounts/schemas";

/** From when and until when a code holds, as two cells of its row. */
export function CodeTimes({ code, now }: { code: CodeView; now: Date }) {
  const t = useTranslations("adminCodes");
  return [code.starts_at, code.ends_at].map((at, place) => (
    <Cell key={place === 0 ? "starts" : "ends"}>
      {at === null ? t(place === 0 ? "atOnce" : "noEnd") : <When at={at} now={now} />}
    </Cell>
  ));
}
