import { along, around, box, disc, line, pairs, path } from "@/scripts/draw-picture/shapes";

type Paint = { ground: string; first: string; second: string; third: string };

const leaf = (length: number, width: number) =>
  `M32 32Q${32 - width} ${32 - length / 2} 32 ${32 - length}Q${32 + width} ${32 - length / 2} 32 32`;

const CORNERS = [0, 0, 0, 64, 64, 0, 64, 64];

const PATTERNS = {
  rosette: (p: Paint) =>
    around(8, path(leaf(24, 8), p.first), 32, 32) +
    disc(32, 32, 6, p.second) +
    along(pairs(CORNERS), ([x, y]) => disc(x, y, 9, p.third)),
  ajrak: (p: Paint) =>
    path("M32 4L60 32L32 60L4 32Z", p.first) +
    path("M32 15L49 32L32 49L15 32Z", p.ground) +
    disc(32, 32, 9, p.second) +
    along(pairs(CORNERS), ([x, y]) => disc(x, y, 7, p.third)),
  petals: (p: Paint) =>
    around(4, path("M32 32Q34 10 62 2Q54 30 32 32", p.first), 32, 32) +
    around(4, path(leaf(22, 6), p.second), 32, 32) +
    disc(32, 32, 6, p.third),
  star: (p: Paint) =>
    box(14, 14, 36, 36, p.first) +
    path("M32 6.5L57.5 32L32 57.5L6.5 32Z", p.first) +
    around(4, path("M32 32L24 22L32 12L40 22Z", p.ground), 32, 32) +
    disc(32, 32, 5, p.second) +
    along(pairs(CORNERS), ([x, y]) => path(`M${x} ${y - 10}l10 10l-10 10l-10 -10Z`, p.third)),
  stripes: (p: Paint) => box(0, 0, 18, 64, p.first) + box(26, 0, 4, 64, p.second) + box(38, 0, 12, 64, p.third),
  chevron: (p: Paint) =>
    line("M-8 24L16 0L48 32L72 8", p.first, 9) +
    line("M-8 56L16 32L48 64L72 40", p.second, 9) +
    line("M-8 -8L16 -32L48 0L72 -24", p.second, 9) +
    line("M-8 88L16 64L48 96L72 72", p.first, 9),
  scales: (p: Paint) =>
    along(
      pairs([64, 0, 0, 0, 32, 16, 64, 32, 0, 32, 32, 48, 64, 64, 0, 64]),
      ([x, y]) => disc(x, y, 30, p.first) + disc(x, y, 25, p.ground) + disc(x, y, 13, p.second),
    ),
  trellis: (p: Paint) =>
    line("M0 0L64 64M64 0L0 64", p.first, 5) +
    around(4, path("M32 20Q26 10 32 2Q38 10 32 20", p.second), 32, 32) +
    along(pairs([32, 32, ...CORNERS]), ([x, y]) => disc(x, y, 7, p.third)),
} as const;

export type PatternName = keyof typeof PATTERNS;

export const PATTERN_NAMES: readonly PatternName[] = [
  "rosette",
  "ajrak",
  "petals",
  "star",
  "stripes",
  "chevron",
  "scales",
  "trellis",
];

export const pattern = (id: string, name: PatternName, paint: Paint, scale: number, degrees: number) =>
  `<pattern id="${id}" width="64" height="64" patternUnits="userSpaceOnUse" patternTransform="translate(320 320) rotate(${degrees}) scale(${scale})">` +
  `${box(0, 0, 64, 64, paint.ground)}${PATTERNS[name](paint)}</pattern>`;
