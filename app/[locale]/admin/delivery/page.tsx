import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { Table } from "@/components/admin/table";
import { ClientWords } from "@/components/client-words";
import { WentWell } from "@/components/products/went-well";
import { NewZone } from "@/components/zones/new-zone";
import { ZoneFacts } from "@/components/zones/zone-facts";
import { ZoneRow } from "@/components/zones/zone-row";
import { cityName } from "@/lib/addresses/model";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadZones } from "@/lib/zones/loaders";

type DeliveryPageProps = { searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminDelivery"))("title"));
}

export default async function DeliveryPage({ searchParams }: DeliveryPageProps) {
  const loaded = await loadZones();
  if (!loaded) return <NotFoundPage />;
  const [t, locale, { done }] = await Promise.all([getTranslations("adminDelivery"), getLocale(), searchParams]);
  const columns = [
    { key: "city", label: t("city") },
    { key: "charge", label: t("charge"), isNumber: true },
    { key: "free", label: t("freeFrom"), isNumber: true },
    ...(loaded.isAdmin ? [{ key: "change", label: t("change") }] : []),
  ];
  return (
    <div className="mx-auto grid w-full max-w-4xl gap-5">
      <h1>{t("title")}</h1>
      <p className="text-ink-soft">{t("about")}</p>
      <WentWell done={done} />
      <ClientWords rooms={["adminDelivery", "adminProducts", "admin", "fields", "problems"]}>
        <Table label={t("table")} columns={columns} none={t("none")}>
          {loaded.zones.map((zone) => {
            const key = `${zone.id} ${zone.charge} ${zone.free_from} ${String(done)}`;
            const name = cityName(zone.city, locale);
            return loaded.isAdmin ? (
              <ZoneRow key={key} zone={zone} name={name} />
            ) : (
              <ZoneFacts key={key} zone={zone} name={name} />
            );
          })}
        </Table>
        {loaded.isAdmin && <NewZone key={String(done)} />}
      </ClientWords>
    </div>
  );
}
