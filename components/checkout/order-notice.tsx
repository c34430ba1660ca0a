import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

const NOTICES = { ordered_already: "calm", payment_not_opened: "wait" } as const;

const isNotice = (text: unknown): text is keyof typeof NOTICES =>
  typeof text === "string" && Object.hasOwn(NOTICES, text);

/** Why the checkout led to this order and not to its payment, by the address's `notice`. */
export function OrderNotice({ notice }: { notice: unknown }) {
  const t = useTranslations("orderForms.notice");
  if (!isNotice(notice)) return null;
  return (
    <Notice tone={NOTICES[notice]} role="status">
      <p>{t(notice)}</p>
    </Notice>
  );
}
