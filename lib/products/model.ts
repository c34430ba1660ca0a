/** What an administrator may change of a product, as texts that are compared with what was seen. */
export type ProductFields = {
  name: string;
  name_ur: string;
  description: string;
  description_ur: string;
  category: string;
  price: string;
  keywords: string;
  /** Empty where it is sold in one size only. */
  group_code: string;
  option_name: string;
  option_name_ur: string;
  is_active: boolean;
  image_url: string;
};

const PRODUCT_FIELDS = [
  "name",
  "name_ur",
  "description",
  "description_ur",
  "category",
  "price",
  "keywords",
  "group_code",
  "option_name",
  "option_name_ur",
  "is_active",
  "image_url",
] as const satisfies (keyof ProductFields)[];

/** Only what may be changed, of all that is shown of a product. */
export const fieldsIn = (product: ProductFields): ProductFields =>
  Object.fromEntries(PRODUCT_FIELDS.map((field) => [field, product[field]])) as ProductFields;

/** The address of an uploaded picture in its middle width. */
export const UPLOADED = /^\/uploads\/([0-9a-f]{64})\/640\.webp$/;

/** A product's page in the back office. */
export const productPath = (itemCode: string): string => `/admin/products/${encodeURIComponent(itemCode)}`;

export const PRODUCT_SHELVES = ["active", "inactive", "low"] as const;
