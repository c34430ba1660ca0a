import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AskedFirst } from "@/components/admin/asked-first";
import { PersonAction } from "@/components/people/person-action";
import { RoleForm } from "@/components/people/role-form";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Money } from "@/components/ui/money";
import { StateMark } from "@/components/ui/notice";
import { When } from "@/components/ui/when";
import {
  closeSessionsOfAction,
  disableUserAction,
  enableUserAction,
  resetSecondFactorAction,
} from "@/lib/people/actions";
import type { FullPersonView } from "@/lib/people/schemas";

type PersonStandingProps = { person: FullPersonView; isSelf: boolean; now: Date };

/** Who somebody is, where they are signed in, and what an administrator may do about it. */
export function PersonStanding({ person, isSelf, now }: PersonStandingProps) {
  const t = useTranslations("adminPeople");
  const fields = { user_id: person.id };
  const { sessions, merged_guests: guests } = person;
  return (
    <div className="grid items-start gap-4 md:grid-cols-2 xl:grid-cols-3">
      <Card title={t("account")}>
        <Facts
          facts={[
            [t("email"), <bdi key="email">{person.email}</bdi>],
            [t("phone"), <bdi key="phone">{person.phone ?? "–"}</bdi>],
            [t("since"), <When key="since" at={person.created_at} now={now} />],
            [t("orders"), person.orders],
            [t("received"), <Money key="received" amount={person.received_amount} />],
            [t("secondFactor"), t(person.has_second_factor ? "secondFactorOn" : "secondFactorOff")],
          ]}
        />
        {person.is_disabled && <StateMark tone="bad">{t("disabled")}</StateMark>}
        {isSelf && <p className="text-ink-soft">{t("yourself")}</p>}
      </Card>
      <Card title={t("act")}>
        <RoleForm userId={person.id} role={person.role} isSelf={isSelf} />
        {person.is_disabled ? (
          <PersonAction key="enable" action={enableUserAction} fields={fields} label={t("enable")} />
        ) : (
          <AskedFirst
            key="disable"
            label={t("disable")}
            question={t(isSelf ? "disableSelf" : "disableNote", { email: person.email })}
          >
            <PersonAction action={disableUserAction} fields={fields} label={t("disableNow")} kind="danger" />
          </AskedFirst>
        )}
        {person.has_second_factor && !isSelf && (
          <AskedFirst label={t("resetSecondFactor")} question={t("resetNote")}>
            <PersonAction action={resetSecondFactorAction} fields={fields} label={t("resetNow")} kind="danger" />
          </AskedFirst>
        )}
      </Card>
      <Card title={t("sessions")}>
        {sessions.length === 0 ? (
          <p className="text-ink-soft">{t("noSessions")}</p>
        ) : (
          <>
            <ul className="grid gap-2">
              {sessions.map(({ session, browser, system, created_at }) => (
                <Since key={session} at={created_at} now={now}>
                  {browser ? t("device", { browser, system }) : t("unknownDevice")}
                </Since>
              ))}
            </ul>
            <AskedFirst
              kind="quiet"
              label={t("signOut")}
              question={t(isSelf ? "signOutSelf" : "signOutNote", { email: person.email })}
            >
              <PersonAction action={closeSessionsOfAction} fields={fields} label={t("signOutNow")} kind="danger" />
            </AskedFirst>
          </>
        )}
        <div className="grid gap-2 border-t border-line pt-3">
          <h3 className="font-semibold">{t("guests")}</h3>
          {guests.length === 0 && <p className="text-ink-soft">{t("noGuests")}</p>}
          <ul className="grid gap-1">
            {guests.map(({ id, created_at }) => (
              <Since key={id} at={created_at} now={now}>
                {t("guest", { id: String(id) })}
              </Since>
            ))}
          </ul>
        </div>
      </Card>
    </div>
  );
}

const Since = ({ at, now, children }: { at: string; now: Date; children: ReactNode }) => (
  <li className="flex flex-wrap justify-between gap-x-4">
    <span>{children}</span>
    <span className="text-ink-soft">
      <When at={at} now={now} />
    </span>
  </li>
);
