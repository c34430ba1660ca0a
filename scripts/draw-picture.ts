import type { CATEGORIES, PRODUCTS } from "@/db/seed/catalog";
import { BOOKS_MOTIFS } from "@/scripts/draw-picture/books";
import { CLOTHING_MOTIFS } from "@/scripts/draw-picture/clothing";
import { CRAFTS_MOTIFS } from "@/scripts/draw-picture/crafts";
import { ELECTRONICS_MOTIFS } from "@/scripts/draw-picture/electronics";
import { FOOD_MOTIFS } from "@/scripts/draw-picture/food";
import { ground } from "@/scripts/draw-picture/grounds";
import { KITCHEN_MOTIFS } from "@/scripts/draw-picture/kitchen";
import {
  type Brush,
  type Scheme,
  BRICK,
  CLAY,
  COBALT,
  HONEY,
  MILK,
  SCHEMES,
  TURQUOISE,
} from "@/scripts/draw-picture/palette";
import { PATTERN_NAMES, type PatternName, pattern } from "@/scripts/draw-picture/patterns";
import { PRAYER_MOTIFS } from "@/scripts/draw-picture/prayer";
import { around, box, disc, moved, path, turned } from "@/scripts/draw-picture/shapes";
import { SPORTS_MOTIFS } from "@/scripts/draw-picture/sports";

type Product = (typeof PRODUCTS)[number];
type Category = (typeof CATEGORIES)[number];
type Motif = (Product | Category)["motif"];

const MOTIFS: Record<Motif, (brush: Brush) => string> = {
  ...CLOTHING_MOTIFS,
  ...CRAFTS_MOTIFS,
  ...FOOD_MOTIFS,
  ...SPORTS_MOTIFS,
  ...KITCHEN_MOTIFS,
  ...ELECTRONICS_MOTIFS,
  ...BOOKS_MOTIFS,
  ...PRAYER_MOTIFS,
};

const OWN_PATTERN: { [M in Motif]?: PatternName } = { ajrak: "ajrak", tiles: "trellis", "folded-cloth": "petals" };

const OWN_SCHEME: { [M in Motif]?: Scheme } = { "cricket-ball": SCHEMES[1] };

const CATEGORY_GROUNDS = [
  { ground: COBALT, halo: "#3f60b3", main: TURQUOISE, second: CLAY, light: MILK, accent: BRICK },
  { ground: BRICK, halo: "#c9714f", main: COBALT, second: TURQUOISE, light: MILK, accent: HONEY },
  { ground: HONEY, halo: "#ecc278", main: COBALT, second: TURQUOISE, light: MILK, accent: BRICK },
  { ground: TURQUOISE, halo: "#7cc4c8", main: COBALT, second: BRICK, light: MILK, accent: HONEY },
] as const satisfies readonly Scheme[];

const sheet = (shapes: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="640" viewBox="0 0 640 640">${shapes}</svg>\n`;

const turnOf = (name: PatternName, index: number) => (name === "stripes" ? 90 : name === "star" ? 0 : (index % 2) * 45);

function scene(motif: Motif, scheme: Scheme, form: number, index: number) {
  const { main, second, light, accent } = scheme;
  const printed = OWN_PATTERN[motif] ?? PATTERN_NAMES[index % PATTERN_NAMES.length] ?? "rosette";
  const trimmed = PATTERN_NAMES[(index + 3) % PATTERN_NAMES.length] ?? "star";
  const print = pattern(
    "p",
    printed,
    { ground: light, first: main, second: accent, third: second },
    0.75,
    turnOf(printed, index),
  );
  const trim = pattern("q", trimmed, { ground: second, first: light, second: accent, third: main }, 0.5, 0);
  const drawn = MOTIFS[motif]({ main, second, light, accent, print: "url(#p)", trim: "url(#q)" });
  const defs = (drawn.includes("url(#p)") ? print : "") + (drawn.includes("url(#q)") ? trim : "");
  return sheet(`<defs>${defs}</defs>${ground(form, scheme.ground, scheme.halo)}${drawn}`);
}

/** The same product always gives the same bytes: colours, ground and pattern follow from its item code. */
export function drawPicture({ itemCode, motif }: Pick<Product, "itemCode" | "motif">) {
  const number = Number(itemCode.slice(2)) - 1;
  const round = Math.floor(number / 8);
  const scheme = OWN_SCHEME[motif] ?? SCHEMES[(number * 3 + round) % SCHEMES.length] ?? SCHEMES[0];
  return scene(motif, scheme, number + round, number * 3 + round * 2);
}

export function drawCategory({ motif }: Pick<Category, "motif">, place: number) {
  return scene(motif, CATEGORY_GROUNDS[place % CATEGORY_GROUNDS.length] ?? CATEGORY_GROUNDS[0], 1, place * 3 + 2);
}

/** What stands for a category that has no picture of its own: a plain tile. */
export function drawNeutralCategory() {
  const { ground: floor, halo, light, main } = CATEGORY_GROUNDS[3];
  const petal = path("M0 0Q-92 -110 0 -216Q92 -110 0 0", light);
  return sheet(ground(1, floor, halo) + moved(320, 320, around(8, petal, 0, 0) + disc(0, 0, 58, main)));
}

/** The shop's mark: one tile of Multan with its rosette. */
export function drawIcon() {
  const petal = path("M0 0Q-92 -110 0 -216Q92 -110 0 0", MILK);
  const leaf = path("M0 -120Q-40 -190 0 -262Q40 -190 0 -120", TURQUOISE);
  return sheet(
    box(0, 0, 640, 640, COBALT, 132) +
      moved(
        320,
        320,
        turned(22.5, around(8, leaf, 0, 0), 0, 0) +
          around(8, petal, 0, 0) +
          disc(0, 0, 58, COBALT) +
          disc(0, 0, 38, HONEY),
      ),
  );
}
