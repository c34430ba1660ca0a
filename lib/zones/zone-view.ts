import type { deliveryZones } from "@/db/schema/orders";
import type { ZoneTerms, ZoneView } from "@/lib/zones/schemas";
import { formatAmount, readAmount, ZERO } from "@/lib/shared/money";

type ZoneRow = typeof deliveryZones.$inferSelect;

export const zoneTerms = (row: ZoneRow): ZoneTerms => ({
  charge: formatAmount(row.chargePaisa),
  free_from: row.freeFromPaisa === null ? null : formatAmount(row.freeFromPaisa),
});

/** What delivery to a city costs, as the API says it. */
export const zoneView = (row: ZoneRow): ZoneView => ({ id: row.id, city: row.city, ...zoneTerms(row) });

export const zoneColumns = ({ charge, free_from }: ZoneTerms) => ({
  chargePaisa: readAmount(charge) ?? ZERO,
  freeFromPaisa: free_from === null ? null : readAmount(free_from),
});
