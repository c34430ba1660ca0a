const REFUSALS = [
  "payload_too_large",
  "unsupported_media_type",
  "moving",
  "too_many_pixels",
  "broken",
  "changed_meanwhile",
  "pictures_unavailable",
  "not_utf8",
  "unknown_column",
  "no_item_code",
  "column_twice",
  "not_csv",
  "empty",
  "invalid_input",
] as const;

/** The word for why a file was refused, of those that pages have. */
export const refusalWord = (reason: unknown): (typeof REFUSALS)[number] | "other" =>
  REFUSALS.find((known) => known === reason) ?? "other";
