import { listAddresses } from "@/lib/addresses/queries";
import type { UserCtx } from "@/lib/shared/context";
import { invalidField } from "@/lib/shared/errors";

/** The place that a form chose by its radio as an order keeps it, or null where it was typed. */
export async function findChosenAddress(ctx: UserCtx, id: number | undefined) {
  if (id === undefined) return null;
  const chosen = (await listAddresses(ctx)).find((address) => address.id === id);
  if (!chosen) throw invalidField("address_id", "This address is not kept any more.");
  return {
    shipping_province: chosen.province,
    shipping_city: chosen.city,
    shipping_area: chosen.area,
    shipping_address: chosen.address,
  };
}
