import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { ClientWords } from "@/components/client-words";
import { PersonPast } from "@/components/people/person-past";
import { PersonStanding } from "@/components/people/person-standing";
import { Link } from "@/i18n/navigation";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadPerson } from "@/lib/people/loaders";

type PersonPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: PersonPageProps): Promise<Metadata> {
  const found = await loadPerson((await params).id);
  return privateMetadata(found ? found.person.email : (await getTranslations("adminPeople"))("title"));
}

export default async function PersonPage({ params }: PersonPageProps) {
  const found = await loadPerson((await params).id);
  if (!found) return <NotFoundPage />;
  const { person, isSelf, now } = found;
  const t = await getTranslations("adminPeople");
  return (
    <div className="grid gap-5">
      <header className="grid gap-1">
        <Link href="/admin/people" prefetch={false} className="link justify-self-start">
          {t("title")}
        </Link>
        <h1>
          <bdi>{person.name || person.email}</bdi>
        </h1>
        <p className="text-ink-soft">{t(`roles.${person.role}`)}</p>
      </header>
      <ClientWords rooms={["adminForms", "adminPeople", "auth", "problems"]}>
        <PersonStanding person={person} isSelf={isSelf} now={now} />
      </ClientWords>
      <PersonPast person={person} now={now} />
    </div>
  );
}
