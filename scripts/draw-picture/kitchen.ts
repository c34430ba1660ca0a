import {
  type Brush,
  BARK,
  BRICK,
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
  turned,
  within,
} from "@/scripts/draw-picture/shapes";

const POT = "M210 232H430C510 280 516 420 440 500H200C124 420 130 280 210 232Z";
const CUP = "M176 240H444C444 370 410 450 360 462H260C210 450 176 370 176 240Z";
const COOKER = "M140 280H500V452Q500 512 440 512H200Q140 512 140 452Z";
const HOTPOT = "M128 300H512L484 480Q478 516 440 516H200Q162 516 156 480Z";
const MORTAR = "M150 276H490C490 400 440 452 400 462V484H432V520H208V484H240V462C200 452 150 400 150 276Z";

const steam = (x: number, y: number) => line(`M${x} ${y}q-22 -26 0 -50q22 -26 0 -50`, MILK, 10);
const knife = (b: Brush, length: number) =>
  path(`M-24 0V-${length}Q-24 -${length + 46} 24 -${length + 66}V0Z`, STEEL) +
  path(`M24 0V-${length + 66}Q4 -${length + 40} 6 -${length}V0Z`, SLATE) +
  box(-26, 0, 52, 16, HONEY) +
  box(-24, 14, 48, 128, b.trim, 14) +
  along([44, 78, 112], (y) => disc(0, y, 7, MILK));

export const KITCHEN_MOTIFS = {
  teapot: (b: Brush) =>
    shadow(150) +
    line("M448 270C560 250 568 420 462 436", b.accent, 24) +
    path("M180 420C110 400 136 280 72 250L104 226C180 250 168 320 214 330Z", b.main) +
    path(POT, b.main) +
    within(
      "k",
      POT,
      box(120, 310, 400, 104, b.print) +
        box(120, 298, 400, 7, MILK) +
        box(120, 419, 400, 7, MILK) +
        faded(0.14, path("M430 220H530V520H380Q470 400 400 230Z", INK)),
    ) +
    path("M222 234Q232 172 320 172Q408 172 418 234Z", b.second) +
    box(200, 222, 240, 22, b.accent, 11) +
    disc(320, 158, 22, b.accent) +
    box(192, 494, 256, 26, b.accent, 12) +
    line("M76 252L100 228", b.accent, 12),
  cup: (b: Brush) =>
    shadow(200, 520) +
    steam(270, 208) +
    steam(320, 196) +
    steam(370, 208) +
    line("M436 284C530 270 530 390 420 392", b.main, 24) +
    oval(320, 486, 220, 34, b.accent) +
    oval(320, 478, 220, 32, MILK) +
    oval(320, 478, 130, 16, SAND) +
    path(CUP, MILK) +
    within(
      "k",
      CUP,
      box(160, 296, 320, 90, b.print) +
        box(160, 286, 320, 6, b.accent) +
        box(160, 390, 320, 6, b.accent) +
        faded(0.1, path("M390 230H460V470H320Q390 380 390 230Z", INK)),
    ) +
    oval(320, 240, 134, 34, MILK) +
    oval(320, 244, 116, 25, "#a8643c"),
  karahi: (b: Brush) =>
    shadow(180, 510) +
    mirrored(line("M126 300C60 270 40 330 90 356Q110 364 134 352", SLATE, 20)) +
    path("M104 292H536C530 430 440 506 320 506C200 506 110 430 104 292Z", SLATE) +
    path("M320 506C440 506 530 430 536 292H420C420 400 390 480 320 506Z", "#76839a") +
    oval(320, 292, 218, 74, STEEL) +
    oval(320, 296, 194, 58, BRICK) +
    along(pairs([230, 290, 300, 272, 372, 284, 420, 302, 268, 322, 340, 326]), ([x, y], i) =>
      oval(x, y, 34, 16, i % 2 ? HONEY : "#c96f48"),
    ) +
    along(pairs([258, 270, 330, 298, 398, 322, 206, 306, 300, 300]), ([x, y], i) =>
      turned(i * 40, path(`M${x - 16} ${y}q16 -14 32 0q-16 14 -32 0`, LEAF), x, y),
    ) +
    box(210, 440, 220, 16, b.trim, 8),
  "pressure-cooker": (b: Brush) =>
    shadow(190) +
    box(496, 296, 96, 36, INK, 14) +
    box(60, 306, 84, 30, INK, 14) +
    path(COOKER, STEEL) +
    within(
      "k",
      COOKER,
      box(140, 360, 360, 84, b.print) +
        box(140, 350, 360, 6, b.main) +
        box(140, 448, 360, 6, b.main) +
        faded(0.2, box(430, 270, 80, 250, INK)),
    ) +
    path("M156 262Q170 196 320 196Q470 196 484 262Z", SLATE) +
    box(130, 256, 380, 30, STEEL, 12) +
    path("M420 246L592 220V262L440 270Z", INK) +
    box(306, 150, 28, 52, SLATE, 6) +
    box(294, 128, 52, 34, b.accent, 10) +
    disc(232, 218, 14, b.accent) +
    moved(0, -24, line("M320 132q-14 -16 0 -32M352 140q14 -10 26 -26M288 140q-14 -10 -26 -26", MILK, 9)),
  "rolling-pin": (b: Brush) =>
    shadow(200, 520) +
    along([168, 304, 440], (x) => box(x, 440, 34, 82, BARK, 10)) +
    oval(320, 430, 226, 82, BARK) +
    oval(320, 412, 226, 82, WOOD) +
    oval(320, 408, 170, 56, b.print) +
    oval(320, 406, 140, 44, "#f1dfb9") +
    along(pairs([280, 396, 350, 414, 316, 424, 366, 392]), ([x, y]) => oval(x, y, 10, 5, WOOD)) +
    turned(
      -18,
      box(84, 214, 472, 28, BARK, 14) +
        box(156, 190, 328, 76, WOOD, 34) +
        box(156, 200, 328, 16, "#d9aa78", 8) +
        box(180, 190, 14, 76, b.accent) +
        box(446, 190, 14, 76, b.accent),
      320,
      228,
    ),
  "hot-pot": (b: Brush) =>
    shadow(180) +
    mirrored(line("M136 340H92V416H146", b.accent, 20)) +
    path(HOTPOT, b.main) +
    within("k", HOTPOT, box(120, 350, 400, 110, b.print) + box(120, 340, 400, 6, MILK) + box(120, 464, 400, 6, MILK)) +
    path("M132 286Q150 178 320 178Q490 178 508 286Z", b.second) +
    faded(0.3, line("M190 256Q214 212 290 204", MILK, 12)) +
    box(112, 276, 416, 34, b.light, 17) +
    box(262, 142, 116, 44, b.accent, 20),
  mortar: (b: Brush) =>
    shadow(150) +
    turned(
      28,
      box(300, 66, 48, 260, STEEL, 24) + box(290, 66, 68, 56, b.accent, 22) + box(300, 126, 48, 10, INK),
      320,
      300,
    ) +
    path(MORTAR, SLATE) +
    within(
      "k",
      MORTAR,
      box(140, 330, 360, 70, b.print) + faded(0.16, path("M420 270H500V530H380Q440 400 420 270Z", INK)),
    ) +
    `<path d="M136 258H504V296H136Z" fill="${STEEL}" stroke="${STEEL}" stroke-width="12" stroke-linejoin="round"/>` +
    moved(
      520,
      500,
      oval(0, 0, 26, 20, MILK) + line("M0 -16V-30", SAND, 8) + line("M-8 -14Q-14 4 -6 16M8 -14Q14 4 6 16", SAND, 3),
    ) +
    moved(120, 504, oval(0, 0, 30, 12, LEAF) + line("M-24 0H24", MILK, 2)),
  flask: (b: Brush) =>
    shadow(110) +
    line("M412 250C520 240 520 430 412 426", INK, 22) +
    box(226, 210, 188, 312, b.main, 30) +
    box(226, 268, 188, 150, b.print) +
    box(226, 258, 188, 10, b.accent) +
    box(226, 418, 188, 10, b.accent) +
    box(244, 178, 152, 40, STEEL, 6) +
    box(236, 96, 168, 88, b.second, 22) +
    box(236, 160, 168, 14, b.accent) +
    faded(0.3, box(246, 284, 14, 200, MILK, 7)) +
    box(226, 486, 188, 14, STEEL),
  knives: (b: Brush) =>
    moved(196, 380, turned(-16, knife(b, 180), 0, 0)) +
    moved(320, 364, knife({ ...b, trim: b.accent }, 220)) +
    moved(444, 380, turned(16, knife({ ...b, trim: b.main }, 150), 0, 0)),
};
