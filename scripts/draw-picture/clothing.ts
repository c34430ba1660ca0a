import { type Brush, BARK, CLAY, INK, WOOD } from "@/scripts/draw-picture/palette";
import {
  along,
  around,
  box,
  disc,
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

const KURTA = "M254 118Q320 156 386 118L452 142L548 318L484 352L430 268L446 528H194L210 268L156 352L92 318L188 142Z";
const KURTI =
  "M256 112Q320 190 384 112L440 132L520 262L458 300L416 240Q424 360 482 528H158Q216 360 224 240L182 300L120 262L200 132Z";
const SHAWL = "M96 176H544L320 500Z";
const SOLE =
  "M0 -196C62 -196 76 -140 66 -74C60 -30 50 0 54 62C58 140 46 190 0 190C-46 190 -58 140 -54 62C-50 0 -60 -30 -66 -74C-76 -140 -62 -196 0 -196Z";
const KHUSSA =
  "M0 -206Q18 -170 56 -112C86 -60 72 10 62 70C68 140 50 194 0 194C-50 194 -68 140 -62 70C-72 10 -86 -60 -56 -112Q-18 -170 0 -206Z";
const KHUSSA_MOUTH =
  "M0 -22Q34 -60 46 8C40 60 50 100 46 128C42 164 22 174 0 174C-22 174 -42 164 -46 128C-50 100 -40 60 -46 8Q-34 -60 0 -22Z";
const CAP = "M150 226A170 62 0 0 0 490 226L480 432Q436 474 362 482Q358 440 320 412Q282 440 278 482Q204 474 160 432Z";
const WAISTCOAT = "M232 118L320 300L408 118L462 138Q446 230 496 270L484 520L320 540L156 520L144 270Q194 230 178 138Z";

const chappal = (b: Brush) =>
  path(SOLE, BARK) +
  moved(0, -4, path(SOLE, WOOD), 0.86) +
  path("M-74 -150Q-30 -130 62 -26L74 -84Q30 -160 -40 -188Z", b.main) +
  path("M74 -150Q30 -130 -62 -26L-74 -84Q-30 -160 40 -188Z", b.main) +
  line("M-58 -150Q-10 -120 58 -52M58 -150Q10 -120 -58 -52", b.light, 3) +
  path("M-60 70Q0 40 60 70L60 104Q0 76 -60 104Z", b.main) +
  disc(0, -98, 15, b.accent) +
  box(40, 70, 22, 26, b.accent, 5);

const khussa = (b: Brush) =>
  line("M0 -190Q-4 -226 20 -232", b.accent, 14) +
  path(KHUSSA, b.print) +
  line(KHUSSA, b.main, 8) +
  path(KHUSSA_MOUTH, BARK) +
  path("M0 20Q36 30 34 100Q34 160 0 162Q-34 160 -34 100Q-36 30 0 20Z", WOOD) +
  line(KHUSSA_MOUTH, b.accent, 9) +
  disc(0, -92, 34, b.main) +
  around(6, path("M0 -92Q-11 -106 0 -120Q11 -106 0 -92", b.light), 0, -92);

export const CLOTHING_MOTIFS = {
  ajrak: (b: Brush) =>
    box(96, 112, 448, 20, WOOD, 10) +
    disc(96, 122, 17, BARK) +
    disc(544, 122, 17, BARK) +
    line(
      along([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], (i) => `M${158 + i * 27} 500V536`),
      b.main,
      7,
    ) +
    box(144, 108, 352, 396, b.main, 6) +
    box(144, 152, 352, 300, b.print) +
    box(144, 108, 352, 44, b.accent, 6) +
    box(144, 452, 352, 14, b.accent) +
    along(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      (i) => disc(163 + i * 35, 484, 8, b.light) + disc(163 + i * 35, 131, 7, b.light),
    ),
  "folded-cloth": (b: Brush) =>
    shadow(200) +
    box(130, 410, 380, 108, b.print, 50) +
    box(180, 410, 330, 108, b.print, 8) +
    box(146, 306, 352, 104, b.main, 48) +
    box(200, 306, 298, 104, b.main, 8) +
    line("M176 358H498", b.light, 4) +
    box(130, 208, 366, 98, b.trim, 46) +
    box(184, 208, 312, 98, b.trim, 8) +
    box(306, 208, 32, 310, b.accent) +
    path("M322 206Q250 116 214 160Q204 206 322 206Q392 206 428 160Q392 116 322 206Z", b.accent) +
    disc(322, 202, 18, b.light),
  kurta: (b: Brush) =>
    path(KURTA, b.main) +
    within(
      "k",
      KURTA,
      box(180, 474, 280, 60, b.trim) +
        path("M92 318L156 352L172 324L106 290Z", b.trim) +
        path("M548 318L484 352L468 324L534 290Z", b.trim) +
        line("M210 268L204 160M430 268L436 160", INK, 3),
    ) +
    box(302, 134, 36, 178, b.print) +
    path("M246 116Q320 176 394 116L380 100Q320 140 260 100Z", b.second) +
    along([176, 214, 252, 290], (y) => disc(320, y, 6, b.accent)),
  chappal: (b: Brush) => moved(222, 330, turned(-10, chappal(b), 0, 0)) + moved(418, 330, turned(10, chappal(b), 0, 0)),
  shawl: (b: Brush) =>
    mirrored(
      line(
        along([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], (i) => `M${104 + i * 21} ${190 + i * 30}l-10 30`),
        b.second,
        6,
      ),
    ) +
    path(SHAWL, b.main) +
    path("M132 194H508L320 466Z", b.print) +
    path("M196 228H444L320 408Z", b.main) +
    path("M226 244H414L320 380Z", b.trim) +
    box(86, 150, 468, 34, b.accent, 17) +
    along([0, 1, 2, 3, 4, 5, 6, 7, 8], (i) => disc(128 + i * 48, 167, 7, b.light)),
  khussa: (b: Brush) => moved(224, 340, turned(-9, khussa(b), 0, 0)) + moved(416, 340, turned(9, khussa(b), 0, 0)),
  kurti: (b: Brush) =>
    path(KURTI, b.print) +
    within(
      "k",
      KURTI,
      path("M256 112Q320 190 384 112L400 132Q396 250 320 300Q244 250 240 132Z", b.second) +
        box(140, 492, 360, 40, b.accent) +
        box(140, 480, 360, 6, b.light) +
        path("M120 262L182 300L196 278L134 238Z", b.accent) +
        path("M520 262L458 300L444 278L506 238Z", b.accent),
    ) +
    line("M254 114Q320 192 386 114", b.accent, 12) +
    along([204, 232, 260], (y) => disc(320, y, 7, b.light)) +
    mirrored(along([170, 196, 222], (y, i) => disc(272 + i * 10, y, 5, b.light))),
  topi: (b: Brush) =>
    oval(320, 430, 150, 46, CLAY) +
    oval(320, 226, 170, 62, b.accent) +
    oval(320, 224, 148, 46, b.print) +
    path(CAP, b.main) +
    within(
      "k",
      CAP,
      path("M140 270Q320 340 500 270V500H140Z", b.trim) +
        line("M150 424Q210 472 278 482Q282 440 320 412Q358 440 362 482Q430 472 490 424", b.accent, 36) +
        line("M146 268Q320 346 494 268", b.light, 8),
    ) +
    mirrored(
      along(pairs([202, 396, 198, 338, 258, 362]), ([x, y]) => disc(x, y, 13, b.light) + disc(x, y, 8, "#c5cfe9")),
    ),
  waistcoat: (b: Brush) =>
    path("M232 118L320 300L408 118Q320 150 232 118Z", INK) +
    path(WAISTCOAT, b.main) +
    within("k", WAISTCOAT, box(140, 110, 360, 420, b.print) + box(140, 506, 360, 40, b.main)) +
    line("M320 302V536", INK, 4) +
    path("M232 118L320 300L304 322L214 132Z", b.second) +
    path("M408 118L320 300L336 322L426 132Z", b.second) +
    along([344, 390, 436, 482], (y) => disc(338, y, 8, b.accent)) +
    mirrored(box(180, 404, 92, 18, b.main, 4)) +
    box(372, 288, 72, 16, b.main, 4),
};
