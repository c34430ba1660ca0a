import {
  type Brush,
  BARK,
  BRICK,
  CLAY,
  COBALT,
  HONEY,
  INK,
  LEAF,
  MILK,
  SAND,
  SLATE,
  STEEL,
  WOOD,
} from "@/scripts/draw-picture/palette";
import {
  along,
  around,
  box,
  disc,
  faded,
  line,
  mirrored,
  moved,
  oval,
  pairs,
  path,
  shadow,
  triples,
  turned,
  within,
} from "@/scripts/draw-picture/shapes";

const SACK = "M236 190Q320 214 404 190Q470 250 486 360Q498 470 466 520H174Q142 470 154 360Q170 250 236 190Z";
const JAR = "M196 232H444Q484 250 484 300V470Q484 520 434 520H206Q156 520 156 470V300Q156 250 196 232Z";
const MANGO =
  "M-14 -178C58 -190 108 -128 116 -44C122 40 136 112 82 176C16 196 -70 146 -102 56C-130 -24 -106 -160 -14 -178Z";
const NUT = "M0 -28Q26 -2 9 24Q0 31 -9 24Q-26 -2 0 -28Z";

const hexagon = (x: number, y: number, fill: string) => path(`M${x} ${y - 30}l26 15v30l-26 15l-26 -15v-30Z`, fill);
const grain = (x: number, y: number, degrees: number) => turned(degrees, oval(x, y, 15, 5, MILK), x, y);
const chilli = (x: number, y: number, degrees: number) =>
  turned(
    degrees,
    path(`M${x - 15} ${y}q16 -12 32 0q22 78 -34 150q8 -76 2 -150Z`, BRICK) +
      path(`M${x - 20} ${y + 8}q20 -34 42 0q-22 -10 -42 0Z`, LEAF) +
      line(`M${x} ${y - 6}q2 -20 18 -28`, LEAF, 9),
    x,
    y,
  );

export const FOOD_MOTIFS = {
  "rice-sack": (b: Brush) =>
    shadow(200) +
    path("M236 196Q196 150 220 118Q270 140 320 124Q370 140 420 118Q444 150 404 196Z", SAND) +
    path(SACK, MILK) +
    within(
      "k",
      SACK,
      box(140, 296, 360, 176, b.main) +
        box(140, 284, 360, 6, b.accent) +
        box(140, 478, 360, 6, b.accent) +
        faded(0.08, path("M430 180H500V530H400Q470 380 430 180Z", INK)),
    ) +
    disc(320, 384, 76, b.print) +
    disc(320, 384, 46, MILK) +
    around(5, path("M320 384Q310 364 320 346Q330 364 320 384", b.accent), 320, 384) +
    box(226, 180, 188, 22, b.accent, 11) +
    line("M392 192q40 16 36 58M400 192q60 0 66 36", b.accent, 7) +
    along(triples([120, 512, 20, 148, 526, -12, 506, 516, -24, 534, 528, 8, 96, 530, 0]), ([x, y, turn]) =>
      grain(x, y, turn),
    ),
  "honey-jar": (b: Brush) =>
    shadow(170) +
    path(JAR, HONEY) +
    within("k", JAR, box(150, 226, 340, 50, "#f3d9a0") + faded(0.5, box(176, 286, 18, 190, MILK, 9))) +
    box(184, 198, 272, 36, BARK, 8) +
    path(
      "M176 132Q320 96 464 132L492 204Q464 190 436 206Q408 190 378 206Q350 190 320 206Q290 190 262 206Q232 190 204 206Q176 190 148 204Z",
      b.print,
    ) +
    box(188, 176, 264, 12, b.accent, 6) +
    box(226, 310, 188, 156, MILK, 10) +
    along(pairs([320, 358, 268, 358, 372, 358, 294, 403, 346, 403]), ([x, y], i) =>
      hexagon(x, y, i % 2 ? HONEY : b.main),
    ) +
    box(250, 446, 140, 6, b.accent),
  "spice-jar": (b: Brush) =>
    shadow(140, 522, 290) +
    box(188, 214, 224, 308, MILK, 26) +
    path("M196 300Q300 268 404 300V496Q404 514 386 514H214Q196 514 196 496Z", BRICK) +
    box(176, 130, 248, 88, b.main, 18) +
    along([0, 1, 2, 3, 4, 5, 6, 7], (i) => box(196 + i * 28, 144, 10, 60, b.second, 5)) +
    box(188, 340, 224, 120, MILK) +
    box(188, 352, 224, 96, b.print) +
    disc(300, 400, 38, MILK) +
    path("M288 376q30 6 36 50q-32 -10 -46 -38Z", BRICK) +
    line("M286 378q-4 -10 -12 -12", LEAF, 5) +
    chilli(452, 372, 0) +
    chilli(492, 384, -24),
  "masala-box": (b: Brush) =>
    shadow(180) +
    path("M410 150L490 120V496L410 522Z", b.accent) +
    path("M170 150L254 120H490L410 150Z", MILK) +
    box(170, 150, 240, 372, b.main) +
    box(170, 190, 240, 110, b.print) +
    box(170, 182, 240, 8, b.accent) +
    box(170, 300, 240, 8, b.accent) +
    oval(290, 432, 90, 40, MILK) +
    path("M212 424Q250 344 290 374Q330 338 368 424Z", HONEY) +
    along(triples([250, 404, 20, 286, 394, -30, 322, 408, 14, 340, 392, 50, 268, 420, 0]), ([x, y, turn]) =>
      turned(turn, oval(x, y, 12, 4, MILK), x, y),
    ) +
    path("M200 424H380Q372 476 290 476Q208 476 200 424Z", BRICK),
  "tea-tin": (b: Brush) =>
    shadow(150) +
    box(184, 214, 272, 308, b.main, 18) +
    box(184, 246, 272, 210, b.print) +
    box(184, 238, 272, 10, b.accent) +
    box(184, 454, 272, 10, b.accent) +
    path("M196 214V190Q196 150 250 150H390Q444 150 444 190V214Z", b.second) +
    box(176, 204, 288, 24, b.accent, 10) +
    box(292, 122, 56, 32, b.accent, 12) +
    path("M320 262Q396 300 396 352Q396 408 320 440Q244 408 244 352Q244 300 320 262Z", MILK) +
    path("M320 416Q262 378 320 290Q378 378 320 416Z", LEAF) +
    line("M320 420V326M320 376l20 -18M320 392l-20 -18", MILK, 5),
  mango: () =>
    shadow(200, 512) +
    moved(408, 346, turned(-34, path(MANGO, CLAY) + within("j", MANGO, disc(30, 90, 160, "#d8923a")), 0, 0), 0.9) +
    moved(
      238,
      336,
      turned(
        14,
        path(MANGO, HONEY) + within("k", MANGO, disc(30, -100, 120, "#ecbf66") + disc(-120, 90, 90, "#b24a3055")),
        0,
        0,
      ),
    ) +
    line("M262 168Q258 150 268 132", BARK, 14) +
    path("M266 142Q334 56 454 96Q404 176 266 142Z", LEAF) +
    path("M266 142Q194 76 124 136Q184 192 266 142Z", "#6c9a70") +
    line("M280 140Q354 108 434 98M252 142Q194 118 142 136", MILK, 4),
  nuts: (b: Brush) =>
    shadow(150, 520) +
    path("M140 330Q200 236 320 226Q440 236 500 330Z", BARK) +
    along(
      pairs([
        176, 296, 236, 262, 300, 236, 364, 246, 420, 268, 466, 298, 266, 300, 330, 284, 392, 304, 206, 312, 440, 318,
        320, 322,
      ]),
      ([x, y], i) =>
        moved(
          x,
          y,
          turned((i * 47) % 180, path(NUT, i % 3 ? "#a06a42" : WOOD) + line("M-5 -10Q-9 4 -4 14", SAND, 3), 0, 0),
          1.4,
        ),
    ) +
    path("M116 320H524Q516 470 388 490H252Q124 470 116 320Z", b.main) +
    path("M132 352H508Q504 388 490 412H150Q136 388 132 352Z", b.print) +
    box(104, 308, 432, 26, b.light, 13) +
    path("M252 490H388L402 520H238Z", b.accent),
  dates: (b: Brush) =>
    box(104, 176, 432, 308, "#16264d26", 22) +
    box(104, 164, 432, 308, b.print, 22) +
    box(134, 194, 372, 248, MILK, 12) +
    along(
      [0, 1, 2].flatMap((row) => [0, 1, 2, 3, 4].map((column) => [178 + column * 71, 238 + row * 80] as const)),
      ([x, y], i) =>
        turned(
          i % 2 ? 14 : -12,
          oval(x, y, 25, 37, i % 4 === 1 ? "#7a3f28" : BARK) +
            line(`M${x - 8} ${y - 16}q-6 14 0 30`, CLAY, 4) +
            oval(x, y - 34, 8, 5, HONEY),
          x,
          y,
        ),
    ),
  salt: (b: Brush) =>
    shadow(190) +
    box(210, 210, 220, 312, STEEL, 34) +
    path("M220 300Q320 272 420 300V488Q420 514 394 514H246Q220 514 220 488Z", "#eebfae") +
    along(pairs([250, 330, 300, 318, 352, 334, 396, 322, 268, 496, 330, 488, 388, 496]), ([x, y]) =>
      path(`M${x - 12} ${y}l12 -10l12 10l-12 10Z`, MILK),
    ) +
    path("M220 214V164Q220 116 320 116Q420 116 420 164V214Z", b.main) +
    mirrored(disc(276, 152, 7, MILK) + disc(254, 178, 7, MILK)) +
    disc(320, 146, 7, MILK) +
    disc(320, 176, 7, MILK) +
    box(202, 204, 236, 22, b.accent, 10) +
    box(210, 352, 220, 106, b.print) +
    disc(320, 405, 45, MILK) +
    path("M282 430L314 376L332 402L342 392L360 430Z", COBALT) +
    path("M314 376L326 393L314 400L304 393Z", MILK) +
    path("M452 520L470 462L512 446L546 482L552 520Z", CLAY) +
    path("M470 462L512 446L504 490Z", "#eebfae") +
    path("M96 520L116 480L156 472L180 520Z", "#eebfae") +
    path("M116 480L156 472L140 506Z", CLAY) +
    faded(0.5, box(226, 240, 14, 100, SLATE, 7)),
};
