import { clientAddress } from "@/lib/http/client-address";
import { type LimitName, takeTurn } from "@/lib/http/rate-limit";
import type { Ctx } from "@/lib/shared/context";

/** Counts one more try from this client's address, where that is known. */
export async function takeAddressTurn(
  { db, now }: Pick<Ctx, "db" | "now">,
  name: LimitName,
  headers: Headers,
): Promise<void> {
  const address = clientAddress(headers);
  if (address) await takeTurn(db, name, address, now);
}
