import { useTranslations } from "next-intl";
import { Cell, Row, Table } from "@/components/admin/table";
import { PersonAction } from "@/components/people/person-action";
import { StateMark } from "@/components/ui/notice";
import { When } from "@/components/ui/when";
import { resendInvitationAction, withdrawInvitationAction } from "@/lib/people/actions";
import type { InvitationView } from "@/lib/people/schemas";

/** Who was invited and has not come yet. */
export function InvitationsTable({ invitations, now }: { invitations: readonly InvitationView[]; now: Date }) {
  const t = useTranslations("adminPeople");
  const columns = (["email", "role", "invitedBy", "expires", "act"] as const).map((key) => ({ key, label: t(key) }));
  return (
    <Table label={t("invitations")} columns={columns} none={t("noInvitations")}>
      {invitations.map(({ invitation, email, role, invited_by, expires_at, is_expired }) => (
        <Row key={invitation}>
          <Cell>
            <bdi>{email}</bdi>
          </Cell>
          <Cell>{t(`roles.${role}`)}</Cell>
          <Cell>
            <bdi>{invited_by}</bdi>
          </Cell>
          <Cell>
            {is_expired ? <StateMark tone="wait">{t("expired")}</StateMark> : <When at={expires_at} now={now} />}
          </Cell>
          <Cell>
            <div className="flex flex-wrap gap-2">
              <PersonAction
                action={resendInvitationAction}
                fields={{ invitation }}
                label={t("resend")}
                name={t("resendTo", { email })}
              />
              <PersonAction
                action={withdrawInvitationAction}
                fields={{ invitation }}
                label={t("withdraw")}
                name={t("withdrawFrom", { email })}
                kind="danger"
              />
            </div>
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
