import { type SQL, sql } from "drizzle-orm";

/** A tracking number as it is compared: in capitals, without spaces. Orders and rows have an index on it. */
export const trackingKey = (text: SQL): SQL => sql`upper(regexp_replace(${text}, '[[:space:]]', '', 'g'))`;

/** The same of a number in the program's hands. */
export const trackingKeyOf = (text: string): string => text.replace(/\s/g, "").toUpperCase();
