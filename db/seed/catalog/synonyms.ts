const EQUAL = [
  "shehad shahad shahd honey شہد",
  "chawal rice چاول",
  "balla bat بلا بیٹ",
  "gend gaind ball گیند بال",
  "kapra kapray kapde cloth clothes fabric کپڑا کپڑے",
  "joota joote jootay juta shoe shoes چپل کھسہ جوتا جوتے",
  "cheeni chini sugar چینی",
  "namak salt نمک",
  "mirch mirchi chilli chili chillies مرچ",
  "chai tea چائے",
  "aam mango mangoes آم",
  "khajoor khajur dates کھجور کھجوریں",
  "masala masalay spice spices مصالحہ مصالحے مسالہ",
  "bartan crockery utensils برتن",
  "pankha fan پنکھا فین",
  "ghari ghadi clock watch گھڑی",
  "kitab kitaben book books کتاب کتابیں",
  "copy copies kapi notebook notebooks کاپی کاپیاں",
  "qalam kalam pen قلم پین",
  "basta bag بستہ بیگ",
  "itar itr attar perfume fragrance عطر خوشبو",
  "janamaz jaenamaz musalla جائےنماز مصلیٰ جانماز",
  "tasbeeh tasbih تسبیح",
  "chadar chaadar shawl شال چادر",
  "topi cap hat ٹوپی",
  "razai lihaf quilt رضائی لحاف رلی",
  "churi chhuri chaku knife knives چھری چھریاں چاقو",
  "bijli electric electricity بجلی",
  "taar cable wire تار کیبل",
  "mobile phone cellphone موبائل فون",
  "balb bulb بلب",
  "surahi jug صراحی جگ",
  "guldan vase گلدان",
  "piyala pyala katora bowl پیالہ کٹورا",
  "piyali pyali cup cups پیالی پیالیاں کپ",
  "chainak ketli kettle teapot کیتلی چینک",
  "karahi karhai kadhai کڑاہی کڑھائی",
  "khilona khilone toy toys کھلونا کھلونے",
  "dastanay dastane gloves دستانے",
  "handsfree earphones headphones earbuds ہینڈفری بڈز",
] as const;

const SILENT =
  "a an and for in of on or the to with aur ka ke ki ko liye se wala wali wale اور کا کے کی کو لیے میں سے والا والی والے";

/** What people say for what: each word of a row means each other word of it; silent ones mean nothing. */
export const SYNONYMS: readonly { word: string; meaning: string }[] = [
  ...EQUAL.flatMap((row) => {
    const words = row.split(" ");
    return words.flatMap((word) => words.filter((other) => other !== word).map((meaning) => ({ word, meaning })));
  }),
  ...SILENT.split(" ").map((word) => ({ word, meaning: "" })),
];
