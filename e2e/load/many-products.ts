import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

const MAKES =
  "Multani Peshawari Sindhi Lahori Swati Kashmiri Hala Chinioti Wazirabad Sialkot Khairpur Hunza Kasuri Sargodha";
const KINDS =
  "cotton wooden steel brass leather woollen velvet printed carved painted glazed woven silk copper glass stone";
const LOOKS = "blue red green white black golden pink brown silver yellow maroon turquoise plain striped royal classic";
const MAKES_UR = "ملتانی پشاوری سندھی لاہوری سواتی کشمیری ہالا چنیوٹی وزیرآبادی سیالکوٹی خیرپوری ہنزہ قصوری سرگودھا";
const KINDS_UR = "سوتی چوبی اسٹیل پیتل چمڑے اونی مخملی چھپا کندہ رنگین روغنی بنا ریشمی تانبے شیشے پتھر";

const THINGS: [english: string, urdu: string, roman: string][] = [
  ["vase", "گلدان", "guldan"],
  ["rice", "چاول", "chawal"],
  ["honey", "شہد", "shehad"],
  ["bat", "بلا", "balla"],
  ["kurta", "کرتا", "kurta"],
  ["chappal", "چپل", "chappal joota"],
  ["shawl", "شال", "chadar"],
  ["teapot", "چینک", "ketli"],
  ["bowl", "پیالہ", "katora"],
  ["lamp", "لیمپ", "chiragh"],
  ["charger", "چارجر", "charger"],
  ["cable", "کیبل", "taar"],
  ["notebook", "کاپی", "kapi"],
  ["pen", "قلم", "qalam"],
  ["prayer mat", "جائے نماز", "janamaz"],
  ["attar", "عطر", "itar khushbu"],
  ["tasbih", "تسبیح", "tasbeeh"],
  ["football", "فٹ بال", "gend"],
  ["knife", "چھری", "churi"],
  ["quilt", "رضائی", "lihaf"],
  ["mango", "آم", "aam"],
  ["dates", "کھجور", "khajoor"],
  ["tea", "چائے", "chai"],
  ["salt", "نمک", "namak"],
  ["box", "ڈبہ", "sandooq"],
  ["fan", "پنکھا", "pankha"],
  ["clock", "گھڑی", "ghari"],
  ["bag", "بستہ", "basta"],
  ["plate", "پلیٹ", "plate"],
  ["karahi", "کڑاہی", "karhai"],
];

const BATCH = 500;

const list = (words: string) => words.split(" ");

/** So many products more, each named from a make, a kind, a look and a thing; every seventh is one of a group of three. */
export async function manyProducts(db: Database, many: number): Promise<void> {
  const [makes, kinds, looks, makesUr, kindsUr] = [MAKES, KINDS, LOOKS, MAKES_UR, KINDS_UR].map(list);
  const rows = Array.from({ length: many }, (_, nth) => {
    const of = <T>(from: readonly T[] | undefined, step: number) => from?.[Math.floor(nth / step) % from.length];
    const [thing, thingUr, roman] = of(THINGS, 1) ?? ["", "", ""];
    const [size, group] =
      nth % 7 < 3 && nth % 21 < 3 ? [` ${(nth % 3) + 1} kg`, `G${Math.floor(nth / 21)}`] : ["", null];
    return {
      item_code: `M${nth}`,
      name: `${of(makes, 30)} ${of(kinds, 420)} ${of(looks, 7)} ${thing}${size}`,
      name_ur: `${of(makesUr, 30)} ${of(kindsUr, 420)} ${thingUr}`,
      keywords: roman,
      description: `A ${of(looks, 7)} ${thing} for the house, made by hand in small numbers and packed with care.`,
      price: 10_000 + ((nth * 7919) % 900_000),
      stock: nth % 9,
      group_code: group,
      option_name: size.trim() || "one",
    };
  });
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = JSON.stringify(rows.slice(from, from + BATCH));
    await db.execute(sql`
      insert into products (item_code, name, name_ur, keywords, description, category_id, price_paisa, stock, group_code,
        option_name, option_name_ur, created_at, updated_at)
      select item_code, name, name_ur, keywords, description, (select min(id) from categories) + stock % 8, price, stock,
        group_code, option_name, option_name, now(), now()
      from jsonb_to_recordset(${batch}::jsonb) as row (item_code text, name text, name_ur text, keywords text,
        description text, price bigint, stock integer, group_code text, option_name text)`);
  }
  await db.execute(sql`vacuum analyze products`);
  await db.execute(sql`vacuum analyze search_words`);
}
