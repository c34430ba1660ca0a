import { getTranslations } from "next-intl/server";
import { Button, buttonClass } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { Link } from "@/i18n/navigation";
import { PAYMENT_METHODS, PAYMENT_STATES } from "@/lib/payments/model";
import { GIVE_BACK_STANDS, type PaymentFilters as Filters } from "@/lib/payments/schemas";

/** The filters of the list as a plain form: its address is the list. */
export async function PaymentFilters({ filters, path }: { filters: Filters; path: string }) {
  const [t, words, states, admin] = await Promise.all([
    getTranslations("adminPayments"),
    getTranslations("payment.methods"),
    getTranslations("order.attempts"),
    getTranslations("admin"),
  ]);
  return (
    <form action={path} role="search" className="card grid grid-cols-2 items-start gap-3 p-4 lg:grid-cols-4">
      <div className="col-span-2">
        <Field
          type="search"
          name="search"
          label={admin("search")}
          defaultValue={filters.search}
          hint={t("searchHint")}
          maxLength={64}
        />
      </div>
      <Select name="status" label={t("status")} defaultValue={filters.status ?? ""}>
        <option value="">{admin("all")}</option>
        {PAYMENT_STATES.map((status) => (
          <option key={status} value={status}>
            {states(status)}
          </option>
        ))}
      </Select>
      <Select name="method" label={t("method")} defaultValue={filters.method ?? ""}>
        <option value="">{admin("all")}</option>
        {PAYMENT_METHODS.map((method) => (
          <option key={method} value={method}>
            {words(method)}
          </option>
        ))}
      </Select>
      <Field name="code" label={t("code")} defaultValue={filters.code} maxLength={10} dir="ltr" />
      <Field type="date" name="from" label={t("from")} defaultValue={filters.from} />
      <Field type="date" name="to" label={t("to")} defaultValue={filters.to} />
      <Select name="give_back" label={t("giveBack")} defaultValue={filters.give_back ?? ""}>
        <option value="">{admin("all")}</option>
        {GIVE_BACK_STANDS.map((stand) => (
          <option key={stand} value={stand}>
            {t(`giveBacks.${stand}`)}
          </option>
        ))}
      </Select>
      <fieldset className="flex flex-wrap items-center gap-x-5 col-span-2 lg:col-span-3">
        <legend className="sr-only">{t("only")}</legend>
        {(["unknown", "surplus"] as const).map((name) => (
          <label key={name} className="inline-flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              name={name}
              value="true"
              defaultChecked={filters[name] === "true"}
              className="size-5 shrink-0 accent-cobalt"
            />
            {t(name)}
          </label>
        ))}
      </fieldset>
      <div className="col-span-2 flex flex-wrap items-end justify-end gap-3 lg:col-span-1">
        <Link href="/admin/payments" prefetch={false} className={buttonClass({ kind: "plain", size: "small" })}>
          {t("reset")}
        </Link>
        <Button size="small">{admin("filter")}</Button>
      </div>
    </form>
  );
}
