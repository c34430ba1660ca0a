import { useTranslations } from "next-intl";
import { Cell, Row } from "@/components/admin/table";
import { Money } from "@/components/ui/money";
import type { ZoneView } from "@/lib/zones/schemas";

/** What delivery to one city costs, for those who only read it. */
export function ZoneFacts({ zone: { city, charge, free_from }, name }: { zone: ZoneView; name: string }) {
  const t = useTranslations("adminDelivery");
  return (
    <Row>
      <Cell>
        <bdi className="font-medium">{city === "*" ? t("others") : name}</bdi>
      </Cell>
      <Cell isNumber>
        <Money amount={charge} />
      </Cell>
      <Cell isNumber>{free_from === null ? t("never") : <Money amount={free_from} />}</Cell>
    </Row>
  );
}
