import { z } from "zod";
import { PROVINCE_SLUGS } from "@/lib/addresses/model";
import { mobileField, requiredText, textField } from "@/lib/shared/fields";

export const AddressInput = z.object({
  name: requiredText(120, "say a name"),
  phone: mobileField,
  province: z.enum(["", ...PROVINCE_SLUGS]).default(""),
  city: requiredText(80, "say a city"),
  area: textField(120).default(""),
  address: requiredText(500, "where shall it be brought to?"),
});
export type AddressInput = z.infer<typeof AddressInput>;

export const AddressView = z.object({
  id: z.int(),
  name: z.string(),
  phone: z.string(),
  province: z.string(),
  city: z.string(),
  area: z.string(),
  address: z.string(),
});
export type AddressView = z.infer<typeof AddressView>;
