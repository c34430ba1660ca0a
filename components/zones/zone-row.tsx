"use client";

import { useTranslations } from "next-intl";
import { Cell, Row } from "@/components/admin/table";
import { ChangedNotice } from "@/components/products/changed-notice";
import { Button } from "@/components/ui/button";
import { useFormAction } from "@/components/ui/use-form-action";
import { changeZoneAction, removeZoneAction } from "@/lib/zones/actions";
import type { ZoneView } from "@/lib/zones/schemas";

/** What delivery to one city costs, changed where it stands. */
export function ZoneRow({ zone, name }: { zone: ZoneView; name: string }) {
  const t = useTranslations("adminDelivery");
  const admin = useTranslations("admin");
  const change = useFormAction(changeZoneAction);
  const remove = useFormAction(removeZoneAction);
  const { values, errors, problem } = change.state;
  const form = `zone-${zone.id}`;
  const city = zone.city === "*" ? t("others") : name;
  const changes = [...(problem?.changes ?? []), ...(remove.state.problem?.changes ?? [])];
  const now = (field: string) => changes.findLast((each) => each.field === field)?.now;
  const seen = (
    <>
      <input type="hidden" name="zone_id" value={zone.id} />
      <input type="hidden" name="seen_charge" value={now("charge") ?? zone.charge} />
      <input type="hidden" name="seen_free_from" value={now("free_from") ?? zone.free_from ?? ""} />
    </>
  );
  const input = (name: "charge" | "free_from", label: string) => (
    <input
      form={form}
      name={name}
      aria-label={label}
      aria-invalid={errors[name] ? true : undefined}
      inputMode="decimal"
      autoComplete="off"
      placeholder={name === "free_from" ? t("never") : undefined}
      defaultValue={problem ? (values[name] ?? "") : (zone[name] ?? "")}
      className={`figures min-h-11 w-28 rounded-soft border bg-raised px-2 text-end ${errors[name] ? "border-2 border-bad" : "border-edge"}`}
    />
  );
  return (
    <Row>
      <Cell>
        <bdi className="inline-flex min-h-11 items-center font-medium">{city}</bdi>
      </Cell>
      <Cell isNumber>{input("charge", t("charge"))}</Cell>
      <Cell isNumber>{input("free_from", t("freeFrom"))}</Cell>
      <Cell>
        <div className="flex flex-wrap gap-2">
          <form id={form} {...change.formProps}>
            {seen}
            <Button kind="quiet" size="small" aria-disabled={change.isPending}>
              {admin("save")}
            </Button>
          </form>
          <form {...remove.formProps}>
            {seen}
            <Button kind="plain" size="small" aria-label={t("removeCity", { city })} aria-disabled={remove.isPending}>
              {t("remove")}
            </Button>
          </form>
        </div>
        <ChangedNotice
          problem={problem ?? remove.state.problem}
          labels={{ charge: t("charge"), free_from: t("freeFrom") }}
        />
      </Cell>
    </Row>
  );
}
