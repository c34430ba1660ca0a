import { useTranslations } from "next-intl";
import { ToldOnce } from "@/components/shell/told-once";
import { Notice } from "@/components/ui/notice";
import type { Merged } from "@/lib/users/model";

const PARTS = ["added", "left", "orders"] as const;

/** What the sign-in brought along from the guest who this browser was. */
export function MergedNotice({ merged }: { merged: Merged }) {
  const t = useTranslations("shell.merged");
  const isWhole = merged.left === 0;
  return (
    <ToldOnce>
      <div className="mx-auto w-full max-w-6xl px-4 pt-4">
        <Notice tone={isWhole ? "good" : "wait"} role="status">
          {PARTS.filter((part) => merged[part] > 0).map((part) => (
            <p key={part}>{t(part, { count: merged[part] })}</p>
          ))}
        </Notice>
      </div>
    </ToldOnce>
  );
}
