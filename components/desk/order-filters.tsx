import { useTranslations } from "next-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { Link } from "@/i18n/navigation";
import { DEFAULT_COLUMNS, DESK_COLUMNS, DESK_QUEUES } from "@/lib/desk/model";
import type { DeskQuery } from "@/lib/desk/schemas";
import { ORDER_PAYMENT_STATES, ORDER_STATES } from "@/lib/orders/model";
import { PAYMENT_METHODS } from "@/lib/payments/model";

type OrderFiltersProps = { action: string; query: DeskQuery };

/** What the list is narrowed to; a plain form, whose state is the address. */
export function OrderFilters({ action, query }: OrderFiltersProps) {
  const t = useTranslations("adminOrders");
  const admin = useTranslations("admin");
  const states = useTranslations("order");
  const columns = query.columns ?? DEFAULT_COLUMNS;
  const { search: _search, page: _page, ...filters } = query;
  const isNarrowed = Object.values(filters).some((value) => value !== undefined);
  return (
    <form action={action} className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-full sm:basis-0">
          <Field
            label={admin("search")}
            type="search"
            name="search"
            maxLength={100}
            placeholder={t("placeholder")}
            defaultValue={query.search}
          />
        </div>
        <Button>{admin("find")}</Button>
        <Link href="/admin/orders" prefetch={false} className={buttonClass({ kind: "quiet" })}>
          {t("clear")}
        </Link>
      </div>
      <details open={isNarrowed} className="card p-3">
        <summary className="min-h-8 cursor-pointer font-medium">{admin("filter")}</summary>
        <div className="grid gap-3 pt-3 sm:grid-cols-2 md:grid-cols-4 xl:grid-cols-7">
          <Choice name="status" label={t("status")} all={admin("all")} value={query.status}>
            {ORDER_STATES.map((status) => [status, states(`states.${status}`)])}
          </Choice>
          <Choice name="payment_status" label={t("paymentStatus")} all={admin("all")} value={query.payment_status}>
            {ORDER_PAYMENT_STATES.map((status) => [status, states(`paymentStates.${status}`)])}
          </Choice>
          <Choice name="method" label={t("method")} all={admin("all")} value={query.method}>
            {PAYMENT_METHODS.map((method) => [method, t(`methods.${method}`)])}
          </Choice>
          <Choice name="queue" label={t("queue")} all={admin("all")} value={query.queue}>
            {DESK_QUEUES.map((queue) => [queue, t(`queues.${queue}`)])}
          </Choice>
          <Field label={t("city")} name="city" maxLength={80} defaultValue={query.city} />
          <Field label={t("from")} name="from" type="date" defaultValue={query.from} />
          <Field label={t("to")} name="to" type="date" defaultValue={query.to} />
        </div>
        <fieldset className="mt-4 flex flex-wrap gap-x-4 border-t border-line pt-3">
          <legend className="font-medium">{t("columns")}</legend>
          {DESK_COLUMNS.map((column) => (
            <label key={column} className="flex min-h-11 items-center gap-1.5 text-[0.9375rem]">
              <input type="checkbox" name="columns" value={column} defaultChecked={columns.includes(column)} />
              {t(`column.${column}`)}
            </label>
          ))}
        </fieldset>
        <div className="pt-2">
          <Button size="small">{admin("apply")}</Button>
        </div>
      </details>
    </form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  all: string;
  value: string | undefined;
  children: (readonly [value: string, words: string])[];
};

function Choice({ name, label, all, value, children }: ChoiceProps) {
  return (
    <Select label={label} name={name} defaultValue={value ?? ""}>
      <option value="">{all}</option>
      {children.map(([one, words]) => (
        <option key={one} value={one}>
          {words}
        </option>
      ))}
    </Select>
  );
}
