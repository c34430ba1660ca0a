import { useTranslations } from "next-intl";
import { Cell, Row, RowLink, Table } from "@/components/admin/table";
import { Money } from "@/components/ui/money";
import { StateMark } from "@/components/ui/notice";
import { When } from "@/components/ui/when";
import type { PersonView } from "@/lib/people/schemas";

/** People with what they bought; each is opened by the name. */
export function PeopleTable({ people, now }: { people: readonly PersonView[]; now: Date }) {
  const t = useTranslations("adminPeople");
  const columns = [
    { key: "name", label: t("name") },
    { key: "email", label: t("email") },
    { key: "phone", label: t("phone") },
    { key: "role", label: t("role") },
    { key: "orders", label: t("orders"), isNumber: true },
    { key: "received", label: t("received"), isNumber: true },
    { key: "since", label: t("since") },
    { key: "state", label: t("state") },
  ];
  return (
    <Table label={t("title")} columns={columns} none={t("none")}>
      {people.map((person) => (
        <Row key={person.id}>
          <Cell>
            <RowLink href={`/admin/people/${person.id}`}>
              <bdi>{person.name || person.email}</bdi>
            </RowLink>
          </Cell>
          <Cell>
            <bdi>{person.email}</bdi>
          </Cell>
          <Cell>
            <bdi dir="ltr">{person.phone}</bdi>
          </Cell>
          <Cell>{t(`roles.${person.role}`)}</Cell>
          <Cell isNumber>{person.orders}</Cell>
          <Cell isNumber>
            <Money amount={person.received_amount} />
          </Cell>
          <Cell>
            <When at={person.created_at} now={now} />
          </Cell>
          <Cell>
            {person.is_disabled ? <StateMark tone="bad">{t("disabled")}</StateMark> : <span>{t("open")}</span>}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
