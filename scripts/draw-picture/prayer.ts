import {
  type Brush,
  BARK,
  BRICK,
  CLAY,
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
  ring,
  shadow,
  turned,
  within,
} from "@/scripts/draw-picture/shapes";

const ATTAR = "M268 250H372C470 290 478 420 420 520H220C162 420 170 290 268 250Z";
const BURNER = "M180 330H460C460 420 410 452 360 462V490H410V522H230V490H280V462C230 452 180 420 180 330Z";
const SURMA = "M290 300H350C430 330 440 440 380 500H260C200 440 210 330 290 300Z";
const ARCH = "M222 496V270Q222 214 270 186Q306 166 320 138Q334 166 370 186Q418 214 418 270V496Z";

const smoke = (d: string) => line(d, MILK, 11);
const bead = (angle: number) => {
  const [x, y] = [320 + 168 * Math.sin(angle), 268 - 168 * Math.cos(angle)];
  return [Math.round(x), Math.round(y)] as const;
};

export const PRAYER_MOTIFS = {
  "prayer-mat": (b: Brush) =>
    line(
      along([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], (i) => `M${172 + i * 27} 60V84M${172 + i * 27} 556V580`),
      b.accent,
      7,
    ) +
    box(154, 80, 332, 480, b.main, 6) +
    box(168, 94, 304, 452, b.print) +
    box(196, 118, 248, 404, b.main) +
    path(ARCH, b.accent) +
    line(ARCH, b.light, 5) +
    mirrored(box(236, 290, 18, 206, b.light) + box(230, 278, 30, 14, b.second)) +
    line("M320 152V250", b.light, 4) +
    path("M320 246L350 300Q350 328 320 338Q290 328 290 300Z", b.second) +
    disc(320, 304, 12, MILK) +
    around(8, path("M320 430Q306 408 320 390Q334 408 320 430", b.light), 320, 430) +
    mirrored(disc(230, 160, 15, b.second)),
  attar: (b: Brush) =>
    shadow(120) +
    path("M300 128Q262 96 320 50Q378 96 340 128Z", b.accent) +
    box(286, 124, 68, 40, HONEY, 8) +
    box(296, 160, 48, 70, MILK, 4) +
    box(270, 224, 100, 30, HONEY, 12) +
    path(ATTAR, MILK) +
    within(
      "k",
      ATTAR,
      box(160, 340, 320, 190, "#e7a88f") +
        box(160, 380, 320, 92, b.print) +
        box(160, 371, 320, 6, HONEY) +
        box(160, 474, 320, 6, HONEY),
    ) +
    faded(0.6, line("M216 350Q222 310 256 288", MILK, 12)) +
    moved(490, 480, around(6, path("M0 0Q-26 -20 0 -44Q26 -20 0 0", BRICK), 0, 0) + disc(0, 0, 15, CLAY)) +
    path("M470 516Q440 500 430 528Q456 540 470 516Z", LEAF),
  tasbih: (b: Brush) => {
    const beads = Array.from({ length: 25 }, (_, i) => bead(((i + 0.5) / 25) * Math.PI * 2 + Math.PI));
    return (
      ring(320, 268, 168, INK, 4) +
      along(beads, ([x, y], i) =>
        i % 8 === 0
          ? oval(x, y, 16, 22, HONEY)
          : disc(x, y, 19, i % 2 ? b.main : b.accent) + disc(x - 6, y - 6, 5, MILK),
      ) +
      path("M302 420H338L346 470H294Z", HONEY) +
      disc(320, 414, 19, b.second) +
      along([0, 1, 2, 3, 4, 5, 6], (i) => line(`M${302 + i * 6} 474L${284 + i * 12} ${i % 2 ? 566 : 574}`, b.main, 8)) +
      box(288, 464, 64, 16, b.accent, 8)
    );
  },
  rehal: (b: Brush) =>
    shadow(200, 540) +
    turned(-33, box(290, 150, 60, 420, BARK, 14), 320, 410) +
    turned(33, box(290, 150, 60, 420, WOOD, 14) + box(302, 450, 36, 100, b.trim, 8), 320, 410) +
    disc(320, 410, 15, HONEY) +
    path("M320 250Q220 176 96 210V306Q220 286 320 356Z", b.main) +
    path("M320 250Q420 176 544 210V306Q420 286 320 356Z", b.main) +
    path("M320 226Q220 150 108 186V276Q220 256 320 326Z", MILK) +
    path("M320 226Q420 150 532 186V276Q420 256 320 326Z", MILK) +
    mirrored(
      path("M300 228Q220 178 128 204V262Q220 246 300 298Z", b.print) +
        path("M282 236Q220 200 150 216V246Q220 238 282 272Z", MILK),
    ) +
    line("M320 230V352", b.accent, 7),
  burner: (b: Brush) =>
    shadow(120) +
    smoke("M300 178Q260 140 296 104Q326 72 300 44") +
    smoke("M346 170Q384 136 350 104Q326 82 346 62") +
    path("M196 322Q206 214 320 204Q434 214 444 322Z", b.second) +
    along(pairs([256, 290, 320, 280, 384, 290, 288, 250, 352, 250]), ([x, y]) =>
      path(`M${x} ${y - 20}l13 20l-13 20l-13 -20Z`, INK),
    ) +
    disc(320, 200, 17, b.accent) +
    path(BURNER, b.main) +
    within("k", BURNER, box(170, 356, 300, 66, b.print)) +
    box(164, 314, 312, 28, b.accent, 14) +
    along(pairs([470, 512, 506, 500, 530, 518, 492, 524]), ([x, y]) =>
      path(`M${x - 16} ${y}l10 -14l20 4l4 14l-16 8Z`, BARK),
    ),
  miswak: (b: Brush) =>
    along([-15, 0, 15], (turn, i) =>
      turned(
        turn,
        line("M304 128L296 92M312 126L310 84M320 126V82M328 126L330 84M336 128L344 92", SAND, 6) +
          box(296, 118, 48, 60, "#ecd9ae", 10) +
          box(296, 160, 48, 370, i === 1 ? WOOD : BARK, 18) +
          line("M310 200V260M326 290V350M312 440V490", i === 1 ? BARK : WOOD, 4),
        320,
        500,
      ),
    ) +
    path("M222 330L418 330L400 466H240Z", b.main) +
    path("M226 358H414L404 436H236Z", b.print) +
    box(214, 318, 212, 18, b.accent, 9) +
    box(232, 458, 176, 16, b.accent, 8) +
    mirrored(path("M232 548Q180 500 110 520Q150 580 232 548Z", LEAF) + line("M222 546Q170 528 128 526", MILK, 4)),
  flacon: (b: Brush) =>
    shadow(100, 540) +
    path("M320 40L362 104L320 160L278 104Z", HONEY) +
    path("M320 40L362 104L320 160Z", "#c4872b") +
    box(280, 150, 80, 34, BARK, 6) +
    path("M286 184H354V230L420 276V510Q420 540 390 540H250Q220 540 220 510V276L286 230Z", MILK) +
    path("M236 330H404V506Q404 524 388 524H252Q236 524 236 506Z", "#7a3f28") +
    box(220, 360, 200, 110, b.print) +
    box(220, 350, 200, 8, HONEY) +
    box(220, 472, 200, 8, HONEY) +
    path("M320 374L350 415L320 456L290 415Z", MILK) +
    disc(320, 415, 11, BRICK) +
    line("M286 236L354 236", HONEY, 8),
  surmadani: (b: Brush) =>
    shadow(100, 536) +
    turned(
      26,
      box(456, 170, 14, 330, HONEY, 7) + oval(463, 168, 17, 30, HONEY) + box(457, 400, 12, 100, INK, 6),
      463,
      340,
    ) +
    path("M320 60Q356 116 320 150Q284 116 320 60Z", HONEY) +
    box(300, 146, 40, 70, BARK, 8) +
    box(288, 164, 64, 12, HONEY, 6) +
    path("M276 216H364L350 300H290Z", HONEY) +
    path(SURMA, HONEY) +
    within("k", SURMA, box(190, 356, 260, 84, b.print) + box(190, 346, 260, 7, BARK) + box(190, 442, 260, 7, BARK)) +
    mirrored(line("M250 340C196 300 210 250 268 236", HONEY, 13)) +
    path("M264 496H376L404 536H236Z", BARK),
  clock: (b: Brush) =>
    path("M120 552V290Q120 190 210 140Q290 104 320 58Q350 104 430 140Q520 190 520 290V552Z", b.main) +
    path("M142 530V292Q142 204 222 158Q290 128 320 90Q350 128 418 158Q498 204 498 292V530Z", b.print) +
    disc(320, 292, 138, b.accent) +
    disc(320, 292, 122, MILK) +
    around(12, line("M320 186V198", INK, 6), 320, 292) +
    line("M320 292L262 246", INK, 12) +
    line("M320 292L372 226", INK, 8) +
    disc(320, 292, 13, BRICK) +
    box(168, 450, 304, 66, INK, 12) +
    along([0, 1, 2, 3, 4], (i) => box(182 + i * 57, 464, 48, 38, i === 3 ? HONEY : SLATE, 6)) +
    faded(
      0.9,
      along([0, 1, 2, 3, 4], (i) => box(190 + i * 57, 480, 32, 6, i === 3 ? INK : STEEL, 3)),
    ),
};
