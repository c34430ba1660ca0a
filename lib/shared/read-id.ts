/** The id that a part of an address or of a field's name says; null where it is none. */
export const readId = (text: unknown): number | null =>
  typeof text === "string" && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
