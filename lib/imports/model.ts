/** The columns of the file in which products come and go; a file may leave out all but the first. */
export const IMPORT_COLUMNS = [
  "item_code",
  "name",
  "name_ur",
  "description",
  "description_ur",
  "category",
  "price",
  "stock",
  "keywords",
  "group_code",
  "option_name",
  "option_name_ur",
  "is_active",
  "image_url",
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

export const MOST_IMPORT_BYTES = 64 * 1024 * 1024;
