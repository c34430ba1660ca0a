import { desc, eq } from "drizzle-orm";
import { addresses } from "@/db/schema/users";
import type { AddressView } from "@/lib/addresses/schemas";
import type { UserCtx } from "@/lib/shared/context";

const { id, name, phone, province, city, area, address } = addresses;

/** One's own saved addresses, the one saved last first. */
export const listAddresses = ({ db, actor }: UserCtx): Promise<AddressView[]> =>
  db
    .select({ id, name, phone, province, city, area, address })
    .from(addresses)
    .where(eq(addresses.userId, actor.userId))
    .orderBy(desc(addresses.updatedAt), desc(id));
