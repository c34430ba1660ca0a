"use server";

import { z } from "zod";
import { changeAddress } from "@/lib/addresses/change-address";
import { removeAddress } from "@/lib/addresses/remove-address";
import { saveAddress } from "@/lib/addresses/save-address";
import { AddressInput } from "@/lib/addresses/schemas";
import { action } from "@/lib/http/action";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireAccountContext } from "@/lib/http/require-user-context";
import { wholeNumber } from "@/lib/shared/fields";

const addressId = z.coerce.number().pipe(wholeNumber(1, Number.MAX_SAFE_INTEGER));

export const removeAddressAction = action(
  () => requireAccountContext("/account"),
  z.object({ address_id: addressId }),
  async (ctx, { address_id }) => {
    await removeAddress(ctx, { addressId: address_id });
    await redirectTo("/account");
  },
);

export const saveAddressAction = action(
  () => requireAccountContext("/account"),
  AddressInput.extend({ address_id: addressId.optional() }),
  async (ctx, { address_id, ...input }) => {
    if (address_id === undefined) await saveAddress(ctx, input);
    else await changeAddress(ctx, { ...input, addressId: address_id });
    await redirectTo("/account#addresses");
  },
);
