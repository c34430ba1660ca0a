import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { PagesOf } from "@/components/admin/pages-of";
import { ClientWords } from "@/components/client-words";
import { InvitationsTable } from "@/components/people/invitations-table";
import { InviteForm } from "@/components/people/invite-form";
import { PeopleTable } from "@/components/people/people-table";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field, Select } from "@/components/ui/field";
import { getPathname } from "@/i18n/navigation";
import type { Address } from "@/lib/http/address-filters";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadPeople } from "@/lib/people/loaders";
import { ROLES } from "@/lib/users/model";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminPeople"))("title"));
}

export default async function PeoplePage({ searchParams }: { searchParams: Promise<Address> }) {
  const found = await loadPeople(await searchParams);
  if (!found) return <NotFoundPage />;
  const { rows, count, filters, pages, invitations, now } = found;
  const [t, admin, locale] = await Promise.all([getTranslations("adminPeople"), getTranslations("admin"), getLocale()]);
  return (
    <div className="grid gap-4">
      <h1>{t("title")}</h1>
      <form
        action={getPathname({ href: "/admin/people", locale })}
        role="search"
        className="card grid items-start gap-3 p-4 sm:grid-cols-[minmax(0,3fr)_minmax(0,1fr)_auto]"
      >
        <Field
          type="search"
          name="search"
          label={admin("search")}
          hint={t("searchHint")}
          maxLength={100}
          defaultValue={filters.search}
        />
        <Select name="role" label={t("role")} defaultValue={filters.role ?? ""}>
          <option value="">{admin("all")}</option>
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {t(`roles.${role}`)}
            </option>
          ))}
        </Select>
        <Button kind="quiet" className="sm:mt-7.5">
          {admin("find")}
        </Button>
      </form>
      <p role="status" className="text-ink-soft">
        {admin("count", { count })}
      </p>
      <PeopleTable people={rows} now={now} />
      <PagesOf pages={pages} />
      <ClientWords rooms={["adminForms", "adminPeople", "auth", "problems", "fields"]}>
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
          <Card title={t("inviteTitle")}>
            <p className="text-ink-soft">{t("inviteText")}</p>
            <InviteForm />
          </Card>
          <section className="grid gap-3">
            <h2 className="text-lg">{t("invitations")}</h2>
            <InvitationsTable invitations={invitations} now={now} />
          </section>
        </div>
      </ClientWords>
    </div>
  );
}
