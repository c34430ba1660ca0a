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

/** So long a dry run may be imported. */
export const IMPORT_KEPT_MINUTES = 24 * 60;

/** What can be wrong with a row of a file; pages have their words. */
export const ROW_PROBLEMS = [
  "cell_count",
  "required",
  "too_long",
  "bad_letters",
  "bad_code",
  "bad_price",
  "bad_stock",
  "bad_yes_no",
  "twice",
  "other_letters",
  "new_needs",
  "no_category",
  "no_option_name",
  "option_taken",
  "no_picture",
] as const;
export type RowProblemCode = (typeof ROW_PROBLEMS)[number];

/** One of them, in the file's row of that number: in which column, what it says, and what it would have to be. */
export type RowProblem = {
  row: number;
  item_code: string;
  code: RowProblemCode;
  field?: string;
  said?: string;
  expected?: string;
};

/** What stands now where something else stood when a file was shown. */
export type ImportDifference = { row: number; item_code: string; field: string; seen: string; now: string };

const WORDS: Record<RowProblemCode, string> = {
  cell_count: "has {said} cells where the head has {expected}",
  required: "{field} is empty",
  too_long: "{field} takes at most {expected} characters",
  bad_letters: "{field} has a character that cannot be stored",
  bad_code: '{field} "{said}" is not of letters, digits, dots and dashes',
  bad_price: 'price "{said}" is no amount with at most two decimals ({expected})',
  bad_stock: 'stock "{said}" is no whole number ({expected})',
  bad_yes_no: 'is_active "{said}" is not true or false',
  twice: "this item_code is in the file twice",
  other_letters: "there is {expected} already, and its letters are the same",
  new_needs: "a new product needs {expected}",
  no_category: 'there is no category "{said}"',
  no_option_name: "a product of a group has the name of its size in both languages",
  option_taken: 'the size "{said}" is in the group already',
  no_picture: 'there is no picture "{said}"',
};

/** A wrong row in English, for programs. */
export const sayRowProblem = (problem: RowProblem): string =>
  WORDS[problem.code].replace(
    /\{(field|said|expected)\}/g,
    (_, fact: "field" | "said" | "expected") => problem[fact] ?? "",
  );
