import { z } from "zod";
import { requiredText, textField } from "@/lib/shared/fields";

const slug = textField(64).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is of small letters, digits and dashes");
const NAMES = { name: requiredText(80, "say a name"), name_ur: requiredText(80, "say the name in Urdu") };

export const CreateCategoryInput = z.object({ slug, ...NAMES });
export type CreateCategoryInput = z.infer<typeof CreateCategoryInput>;

export const RenameCategoryInput = z.object(NAMES);
export type RenameCategoryInput = z.infer<typeof RenameCategoryInput>;

export const RenameCategoryForm = z.object({ slug: z.string(), ...NAMES });

export const ManagedCategoryView = z.object({
  slug: z.string(),
  name: z.string(),
  name_ur: z.string(),
  products: z.int(),
});
export type ManagedCategoryView = z.infer<typeof ManagedCategoryView>;
