export const CATEGORIES = [
  { slug: "clothing", name: "Clothes and shoes", nameUr: "ملبوسات اور جوتے", motif: "kurti" },
  { slug: "crafts", name: "Pottery and crafts", nameUr: "کاشی کاری اور دستکاری", motif: "vase" },
  { slug: "food", name: "Food and spices", nameUr: "مصالحے اور کھانے کی چیزیں", motif: "spice-jar" },
  { slug: "sports", name: "Sports", nameUr: "کھیل کا سامان", motif: "bat" },
  { slug: "kitchen", name: "Kitchen and home", nameUr: "باورچی خانہ اور گھر", motif: "teapot" },
  { slug: "electronics", name: "Phones and electronics", nameUr: "موبائل اور بجلی کا سامان", motif: "fan" },
  { slug: "books", name: "Books and stationery", nameUr: "کتابیں اور اسٹیشنری", motif: "book" },
  { slug: "prayer", name: "Attar and prayer", nameUr: "عطر اور عبادت", motif: "prayer-mat" },
] as const;

export type CatalogProduct = {
  itemCode: `FG${number}`;
  name: string;
  nameUr: string;
  category: (typeof CATEGORIES)[number]["slug"];
  motif: string;
  priceRupees: number | string;
  stock: number;
  isActive: boolean;
  group?: { code: string; option: string; optionUr: string };
  description: string;
  descriptionUr: string;
};
