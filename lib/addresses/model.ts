import type { Locale } from "@/lib/users/model";

/** The parts of Pakistan as an order keeps them, with their names. */
const PROVINCES = {
  punjab: { en: "Punjab", ur: "پنجاب" },
  sindh: { en: "Sindh", ur: "سندھ" },
  khyber_pakhtunkhwa: { en: "Khyber Pakhtunkhwa", ur: "خیبر پختونخوا" },
  balochistan: { en: "Balochistan", ur: "بلوچستان" },
  islamabad: { en: "Islamabad Capital Territory", ur: "اسلام آباد وفاقی علاقہ" },
  azad_kashmir: { en: "Azad Kashmir", ur: "آزاد کشمیر" },
  gilgit_baltistan: { en: "Gilgit-Baltistan", ur: "گلگت بلتستان" },
} as const satisfies Record<string, Record<Locale, string>>;
export type Province = keyof typeof PROVINCES;

export const PROVINCE_SLUGS = Object.keys(PROVINCES) as [Province, ...Province[]];

const isProvince = (slug: string): slug is Province => Object.hasOwn(PROVINCES, slug);

/** A province's name; what an order from elsewhere wrote there stays as it is. */
export const provinceName = (slug: string, locale: Locale): string =>
  isProvince(slug) ? PROVINCES[slug][locale] : slug;

/** English name | Urdu name | other spellings, by province; the large ones first. */
const CITY_LIST: Record<Province, string> = {
  punjab: `Lahore|لاہور; Faisalabad|فیصل آباد|Lyallpur; Rawalpindi|راولپنڈی|Pindi; Gujranwala|گوجرانوالہ; Multan|ملتان;
    Bahawalpur|بہاولپور; Sargodha|سرگودھا; Sialkot|سیالکوٹ; Sheikhupura|شیخوپورہ; Rahim Yar Khan|رحیم یار خان;
    Jhang|جھنگ; Dera Ghazi Khan|ڈیرہ غازی خان|D G Khan|DG Khan; Gujrat|گجرات; Sahiwal|ساہیوال; Wah Cantonment|واہ کینٹ|Wah|Wah Cantt;
    Kasur|قصور; Okara|اوکاڑہ; Chiniot|چنیوٹ; Kamoke|کاموکی; Hafizabad|حافظ آباد; Sadiqabad|صادق آباد; Burewala|بورے والا;
    Khanewal|خانیوال; Muzaffargarh|مظفر گڑھ; Mandi Bahauddin|منڈی بہاؤالدین; Jhelum|جہلم; Khanpur|خانپور; Pakpattan|پاکپتن;
    Daska|ڈسکہ; Gojra|گوجرہ; Muridke|مریدکے; Bahawalnagar|بہاولنگر; Samundri|سمندری; Jaranwala|جڑانوالہ; Chishtian|چشتیاں;
    Attock|اٹک; Vehari|وہاڑی; Kot Addu|کوٹ ادو; Wazirabad|وزیر آباد; Layyah|لیہ; Taxila|ٹیکسلا; Chakwal|چکوال; Mianwali|میانوالی;
    Kamalia|کمالیہ; Lodhran|لودھراں; Hasilpur|حاصل پور; Bhakkar|بھکر; Arifwala|عارف والا; Toba Tek Singh|ٹوبہ ٹیک سنگھ; Narowal|نارووال;
    Khushab|خوشاب; Nankana Sahib|ننکانہ صاحب; Murree|مری; Rajanpur|راجن پور`,
  sindh: `Karachi|کراچی; Hyderabad|حیدرآباد; Sukkur|سکھر; Larkana|لاڑکانہ; Nawabshah|نواب شاہ|Shaheed Benazirabad; Mirpur Khas|میرپور خاص|Mirpurkhas;
    Jacobabad|جیکب آباد; Shikarpur|شکارپور; Khairpur|خیرپور; Dadu|دادو; Tando Adam|ٹنڈو آدم; Tando Allahyar|ٹنڈو الہ یار;
    Umerkot|عمرکوٹ; Badin|بدین; Thatta|ٹھٹھہ; Ghotki|گھوٹکی; Kotri|کوٹری; Jamshoro|جامشورو; Sanghar|سانگھڑ; Kandhkot|کندھ کوٹ;
    Rohri|روہڑی; Moro|مورو; Hala|ہالا; Mithi|مٹھی`,
  khyber_pakhtunkhwa: `Peshawar|پشاور; Mardan|مردان; Mingora|مینگورہ|Swat|سوات; Kohat|کوہاٹ; Abbottabad|ایبٹ آباد; Dera Ismail Khan|ڈیرہ اسماعیل خان|D I Khan|DI Khan;
    Mansehra|مانسہرہ; Nowshera|نوشہرہ; Swabi|صوابی; Charsadda|چارسدہ; Bannu|بنوں; Haripur|ہری پور; Karak|کرک; Hangu|ہنگو;
    Tank|ٹانک; Timergara|تیمرگرہ; Batkhela|بٹ خیلہ; Chitral|چترال; Parachinar|پاراچنار; Landi Kotal|لنڈی کوتل`,
  balochistan: `Quetta|کوئٹہ; Turbat|تربت; Khuzdar|خضدار; Hub|حب; Chaman|چمن; Gwadar|گوادر; Sibi|سبی; Zhob|ژوب; Loralai|لورالائی;
    Dera Murad Jamali|ڈیرہ مراد جمالی; Dera Allah Yar|ڈیرہ اللہ یار; Pishin|پشین; Kalat|قلات; Mastung|مستونگ; Nushki|نوشکی; Panjgur|پنجگور; Ziarat|زیارت`,
  islamabad: `Islamabad|اسلام آباد`,
  azad_kashmir: `Muzaffarabad|مظفر آباد; Mirpur|میرپور; Kotli|کوٹلی; Rawalakot|راولاکوٹ; Bhimber|بھمبر; Bagh|باغ; Pallandri|پلندری`,
  gilgit_baltistan: `Gilgit|گلگت; Skardu|سکردو; Hunza|ہنزہ|Karimabad; Chilas|چلاس; Astore|استور; Ghizer|غذر|Gahkuch; Khaplu|خپلو`,
};

type City = { province: Province; names: readonly string[] };

const CITIES: readonly City[] = PROVINCE_SLUGS.flatMap((province) =>
  CITY_LIST[province].split(";").map((city) => ({ province, names: city.trim().split("|") })),
);

/** The cities to choose from, in one language; what is not among them may be written as well. */
export const listCities = (locale: Locale): { province: Province; name: string }[] =>
  CITIES.map(({ province, names }) => ({ province, name: names[locale === "ur" ? 1 : 0] ?? "" }));

/** However it was written: small letters, single blanks, Urdu's own letters, and no joiners or marks of vowels. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\u064b-\u0652\u200c-\u200f]/g, "")
    .replace(/[يى]/g, "ی")
    .replaceAll("ك", "ک")
    .replaceAll("ه", "ہ")
    .replace(/[.,'’-]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();

const NAMES_OF = new Map(CITIES.flatMap(({ names }) => names.map((name) => [plain(name), names] as const)));

const PROVINCE_OF = new Map(
  CITIES.flatMap(({ names, province }) => names.map((name) => [plain(name), province] as const)),
);

/** The delivery zone that stands for all cities which have none of their own. */
const OTHER_CITIES = "*";

/** The names by which a city's delivery zone may be known, nearest first: as written, its other names, all others. */
export function zoneNames(city: string): string[] {
  const written = city.trim().toLowerCase();
  const known = NAMES_OF.get(plain(city)) ?? [];
  return [...new Set([written, plain(city), ...known.map((name) => name.toLowerCase()), OTHER_CITIES])].filter(Boolean);
}

/** The province of a city that is known, else nothing. */
export const provinceOfCity = (city: string): Province | "" => PROVINCE_OF.get(plain(city)) ?? "";

/** A city by its own name in one language; what is not known begins each word with a large letter. */
export function cityName(city: string, locale: Locale): string {
  const own = NAMES_OF.get(plain(city))?.[locale === "ur" ? 1 : 0];
  return (
    own ?? city.replace(/(^|[\s-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
  );
}

/** How many addresses an account keeps. */
export const MOST_ADDRESSES = 20;
