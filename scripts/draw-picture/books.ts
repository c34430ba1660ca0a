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
  MIST,
  SAND,
  SLATE,
  STEEL,
  TURQUOISE,
  WOOD,
} from "@/scripts/draw-picture/palette";
import {
  along,
  box,
  disc,
  faded,
  flipped,
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

const GLOBE = "M150 282A170 170 0 1 1 490 282A170 170 0 1 1 150 282Z";
const PENCILS = [BRICK, HONEY, LEAF, TURQUOISE, COBALT, CLAY, INK] as const;

const page = (b: Brush) =>
  path("M320 190Q220 140 96 176V478Q220 446 320 494Z", MILK) +
  line("M130 214Q220 194 290 220", b.main, 9) +
  line("M130 426Q220 408 290 434", SAND, 9) +
  line("M130 454Q220 436 290 462", SAND, 9);
const notebook = (y: number, cover: string, spine: string, shift: number) =>
  box(130 + shift, y, 380, 78, cover, 10) +
  box(170 + shift, y + 12, 344, 54, MILK) +
  line(`M176 ${y + 30}H${506 + shift}M176 ${y + 48}H${506 + shift}`, SAND, 3) +
  box(130 + shift, y, 44, 78, spine, 10);

export const BOOKS_MOTIFS = {
  book: (b: Brush) =>
    shadow(180, 546) +
    box(160, 96, 332, 450, INK, 16) +
    box(178, 510, 314, 26, MILK) +
    line("M184 518H488M184 528H488", SAND, 2) +
    path("M160 112Q160 90 182 90H492V510H186Q160 512 160 536Z", b.main) +
    box(204, 90, 288, 420, b.print) +
    box(204, 90, 8, 420, b.accent) +
    path("M252 476V254Q252 184 348 138Q444 184 444 254V476Z", MILK) +
    oval(348, 400, 62, 58, b.second) +
    path("M286 304Q290 240 348 236Q406 240 410 304Q348 280 286 304Z", b.accent) +
    oval(348, 250, 40, 24, b.accent) +
    disc(348, 316, 40, "#e3b48c") +
    path("M308 318Q314 396 348 398Q382 396 388 318Q368 344 348 338Q328 344 308 318Z", SLATE) +
    disc(334, 310, 5, INK) +
    disc(362, 310, 5, INK) +
    box(252, 452, 192, 24, b.accent),
  qaida: (b: Brush) =>
    shadow(210, 510) +
    path("M76 186Q220 146 320 206Q420 146 564 186V522Q420 476 320 530Q220 476 76 522Z", b.print) +
    page(b) +
    flipped(page(b)) +
    line("M320 192V494", SAND, 6) +
    disc(208, 318, 66, MIST) +
    path("M208 282Q256 282 250 330Q242 362 208 358Q174 362 166 330Q160 282 208 282Z", BRICK) +
    line("M208 284Q210 264 224 256", BARK, 8) +
    path("M222 268Q250 244 270 262Q250 284 222 268Z", LEAF) +
    path(
      "M366 350Q366 290 420 286Q430 250 470 258Q500 268 494 300L516 312L492 318Q484 380 424 376Q376 376 366 350Z",
      TURQUOISE,
    ) +
    path("M366 350L340 320L390 322Z", COBALT) +
    disc(470, 284, 6, INK) +
    line("M424 376V398M446 374V398", HONEY, 6),
  notebooks: (b: Brush) =>
    shadow(210) +
    notebook(440, b.main, INK, 0) +
    notebook(356, b.accent, INK, 18) +
    notebook(272, b.second, INK, -12) +
    turned(
      -7,
      box(124, 196, 372, 70, INK, 10) +
        box(124, 190, 372, 62, b.print, 10) +
        box(232, 200, 164, 42, MILK, 6) +
        line("M250 214H378M250 228H340", SLATE, 4),
      310,
      230,
    ),
  "fountain-pen": (b: Brush) =>
    line("M120 500Q180 440 210 500T300 500T390 496", b.main, 7) +
    turned(
      45,
      box(282, 20, 76, 210, b.main, 34) +
        box(282, 196, 76, 22, HONEY) +
        box(352, 60, 12, 136, HONEY, 6) +
        box(286, 218, 68, 196, b.print) +
        box(290, 410, 60, 46, INK) +
        path("M294 456H346Q348 510 320 572Q292 510 294 456Z", HONEY) +
        line("M320 510V560", INK, 4) +
        disc(320, 502, 8, INK),
    ),
  "colour-pencils": (b: Brush) =>
    shadow(180) +
    along(PENCILS, (colour, i) => {
      const [x, y] = [168 + i * 44, 150 + Math.abs(3 - i) * 16];
      return (
        path(`M${x} ${y + 70}L${x + 20} ${y}L${x + 40} ${y + 70}Z`, "#ecd2a6") +
        path(`M${x + 13} ${y + 24}L${x + 20} ${y}L${x + 27} ${y + 24}Z`, colour) +
        box(x, y + 68, 40, 240, colour) +
        box(x + 26, y + 68, 14, 240, "#16264d22")
      );
    }) +
    path("M148 340H492V506Q492 522 476 522H164Q148 522 148 506Z", b.main) +
    box(148, 366, 344, 120, b.print) +
    box(148, 356, 344, 8, b.accent) +
    box(148, 486, 344, 8, b.accent),
  takhti: (b: Brush) =>
    shadow(190, 548) +
    path("M290 76H350V140H470Q490 140 490 160V520Q490 540 470 540H170Q150 540 150 520V160Q150 140 170 140H290Z", WOOD) +
    disc(320, 106, 13, BARK) +
    box(176, 166, 288, 348, "#f3e6c8", 6) +
    line("M430 226Q330 250 236 222M420 306Q400 350 330 332Q290 380 226 336M430 432Q320 470 220 420", INK, 15) +
    along(pairs([300, 262, 326, 262, 356, 294, 280, 396]), ([x, y]) =>
      turned(45, box(x - 7, y - 7, 14, 14, INK), x, y),
    ) +
    turned(
      24,
      box(474, 230, 24, 250, b.print, 6) +
        path("M474 476H498L490 536Z", HONEY) +
        path("M482 516L494 508L490 536Z", INK),
      486,
      360,
    ) +
    moved(116, 500, path("M-40 0H40V34Q40 48 26 48H-26Q-40 48 -40 34Z", b.main) + box(-24, -26, 48, 28, b.accent, 6)),
  geometry: (b: Brush) =>
    shadow(210, 540) +
    `<path d="M112 520V250L400 520ZM168 470V382L262 470Z" fill="${b.second}" fill-rule="evenodd"/>` +
    line("M132 500V300M150 505H350", MILK, 4).replace("/>", ' stroke-dasharray="3 14"/>') +
    `<path d="M270 520A130 130 0 0 1 530 520ZM330 496A70 70 0 0 1 470 496Z" fill="${b.accent}" fill-rule="evenodd"/>` +
    line("M400 176L288 456", b.main, 24) +
    line("M400 176L506 456", b.main, 24) +
    line("M288 456L276 496", SLATE, 9) +
    line("M506 456L518 496", HONEY, 13) +
    line("M340 330Q400 306 458 330", STEEL, 12) +
    box(384, 84, 32, 64, b.print, 10) +
    disc(400, 172, 36, INK) +
    disc(400, 172, 16, HONEY),
  "school-bag": (b: Brush) =>
    shadow(180, 544) +
    line("M264 138Q264 82 320 82Q376 82 376 138", INK, 20) +
    mirrored(box(116, 300, 60, 190, b.second, 26)) +
    path("M150 260Q150 126 270 126H370Q490 126 490 260V490Q490 542 438 542H202Q150 542 150 490Z", b.main) +
    path("M150 270Q150 126 270 126H370Q490 126 490 270Q490 330 430 330H210Q150 330 150 270Z", b.print) +
    line("M176 334H464", HONEY, 6) +
    box(196, 370, 248, 140, b.accent, 24) +
    line("M214 404H426", INK, 7) +
    box(312, 402, 16, 40, HONEY, 6) +
    mirrored(box(218, 296, 30, 66, INK, 8) + box(214, 318, 38, 20, HONEY, 5)),
  globe: (b: Brush) =>
    shadow(130, 546) +
    line("M440 100A216 216 0 0 1 334 496", HONEY, 16) +
    path(GLOBE, b.main) +
    within(
      "k",
      GLOBE,
      path("M180 190Q260 130 300 180Q340 210 296 246Q270 300 230 280Q180 260 180 190Z", b.second) +
        path("M330 220Q420 170 470 230Q490 300 440 330Q410 420 370 380Q360 320 330 300Q310 250 330 220Z", HONEY) +
        path("M220 340Q280 320 300 370Q290 440 250 430Q214 400 220 340Z", BRICK) +
        ring(320, 282, 90, "#fffaf055", 3) +
        line("M150 282H490M172 200H468M172 364H468", "#fffaf066", 3) +
        faded(0.14, path("M420 100H520V470H320Q480 380 420 100Z", INK)),
    ) +
    disc(436, 104, 15, BARK) +
    box(308, 470, 24, 50, BARK) +
    path("M212 546Q222 506 320 506Q418 506 428 546Z", b.print) +
    disc(320, 500, 12, HONEY),
};
