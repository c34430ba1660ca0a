import { useTranslations } from "next-intl";
import { When } from "@/components/ui/when";
import { SessionButton } from "@/components/users/session-button";
import { closeSessionAction, signOutEverywhereAction } from "@/lib/users/actions";
import type { SessionView } from "@/lib/users/list-sessions";

/** Where one is signed in, and the ways to end that. */
export function SessionList({ sessions, now }: { sessions: readonly SessionView[]; now: Date }) {
  const t = useTranslations("account");
  return (
    <>
      <ul className="grid gap-3">
        {sessions.map(({ session, device, isHere, created_at }) => {
          const name = device ? t("device", device) : t("unknownDevice");
          return (
            <li
              key={session}
              className="flex min-h-11 items-center justify-between gap-4 border-line not-first:border-t not-first:pt-3"
            >
              <span className="grid">
                <span className="font-medium">
                  {name}
                  {isHere && <span className="text-good"> · {t("here")}</span>}
                </span>
                <span className="text-[0.9375rem] text-ink-soft">
                  {t.rich("since", { when: () => <When at={created_at} now={now} /> })}
                </span>
              </span>
              {!isHere && (
                <SessionButton
                  action={closeSessionAction}
                  session={session}
                  kind="plain"
                  word={t("signOutThere")}
                  label={t("signOutOf", { device: name })}
                />
              )}
            </li>
          );
        })}
      </ul>
      <div className="grid gap-1.5 border-t border-line pt-4">
        <SessionButton action={signOutEverywhereAction} kind="quiet" word={t("everywhere")} />
        <p className="text-[0.9375rem] text-ink-soft">{t("everywhereNote")}</p>
      </div>
    </>
  );
}
