import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { categories, type products } from "@/db/schema/catalog";
import { pictures } from "@/db/schema/pictures";
import { type ProductFields, UPLOADED } from "@/lib/products/model";
import { invalidField } from "@/lib/shared/errors";
import { readAmount, ZERO } from "@/lib/shared/money";

type Columns = Omit<
  typeof products.$inferInsert,
  "id" | "itemCode" | "stock" | "sold" | "searchWords" | "createdAt" | "updatedAt"
>;

/** A product's fields as its row keeps them; refuses a category or picture that is not there, and a size without a name. */
export async function columnsOf(tx: Database, fields: ProductFields, imageBefore = ""): Promise<Columns> {
  const [category] = await tx
    .select({ id: categories.id })
    .from(categories)
    .where(eq(categories.slug, fields.category));
  if (!category) throw invalidField("category", "there is no such category");
  if (fields.group_code !== "" && fields.option_name === "") throw invalidField("option_name", "name the size");
  if (fields.group_code !== "" && fields.option_name_ur === "") throw invalidField("option_name_ur", "name the size");
  if (fields.image_url !== imageBefore) await refuseUnknownPicture(tx, fields.image_url);
  return {
    name: fields.name,
    nameUr: fields.name_ur,
    description: fields.description,
    descriptionUr: fields.description_ur,
    categoryId: category.id,
    pricePaisa: readAmount(fields.price) ?? ZERO,
    keywords: fields.keywords,
    groupCode: fields.group_code || null,
    optionName: fields.option_name,
    optionNameUr: fields.option_name_ur,
    isActive: fields.is_active,
    imageUrl: fields.image_url || null,
  };
}

async function refuseUnknownPicture(tx: Database, imageUrl: string): Promise<void> {
  if (imageUrl === "") return;
  const hash = UPLOADED.exec(imageUrl)?.[1] ?? "";
  const [known] = await tx
    .select({ hash: pictures.hash })
    .from(pictures)
    .where(eq(pictures.hash, hash))
    .for("key share"); // nobody throws it away meanwhile
  if (!known) throw invalidField("image_url", "there is no such picture");
}
