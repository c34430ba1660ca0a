import { z } from "zod";
import { amountField, amountView, requiredText } from "@/lib/shared/fields";
import { formatAmount, readAmount, ZERO } from "@/lib/shared/money";

const amount = amountField.transform((text) => formatAmount(readAmount(text) ?? ZERO));

/** A city as people write it; `*` is every city that has no charge of its own. */
const city = requiredText(80, "say a city").transform((text) => text.toLowerCase());

const TERMS = { charge: amount, free_from: amount.nullable() };

export const ZoneTerms = z.object(TERMS);
export type ZoneTerms = z.infer<typeof ZoneTerms>;

export const CreateZoneInput = z.object({ city, charge: amount, free_from: TERMS.free_from.default(null) });
export type CreateZoneInput = z.infer<typeof CreateZoneInput>;

const SEEN = z.object({ charge: z.string(), free_from: z.string().nullable() }).partial();

/** Each changed term names in `seen` what it was. */
export const ChangeZoneInput = ZoneTerms.partial()
  .extend({ seen: SEEN.default({}) })
  .refine(({ seen, ...terms }) => Object.keys(terms).every((term) => term in seen), {
    path: ["seen"],
    message: "say what each changed term was before",
  });

export const ZoneView = z.object({
  id: z.int(),
  city: z.string(),
  charge: amountView,
  free_from: amountView.nullable(),
});
export type ZoneView = z.infer<typeof ZoneView>;

const typed = z
  .string()
  .transform((text) => text.replace(/^\s*rs\.?|[\s,]/gi, ""))
  .pipe(amount);
const typedOrNull = typed.optional().transform((value) => value ?? null);

export const CreateZoneForm = z.object({ city, charge: typed, free_from: typedOrNull });

const zoneId = z.coerce.number().pipe(z.int());

const ITS_FORM = {
  zone_id: zoneId,
  seen_charge: z.string(),
  seen_free_from: z
    .string()
    .optional()
    .transform((value) => value ?? null),
};

export const ChangeZoneForm = z.object({ ...ITS_FORM, charge: typed, free_from: typedOrNull });
export const RemoveZoneForm = z.object(ITS_FORM);
