import {
  type Brush,
  BARK,
  BRICK,
  CLAY,
  COBALT,
  HONEY,
  INK,
  MILK,
  STEEL,
  TURQUOISE,
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
  oval,
  pairs,
  path,
  ring,
  shadow,
  turned,
  within,
} from "@/scripts/draw-picture/shapes";

const VASE =
  "M266 128H374Q386 128 382 146L370 206C368 252 474 290 474 392C474 468 412 522 372 522H268C228 522 166 468 166 392C166 290 272 252 270 206L258 146Q254 128 266 128Z";
const BOWL = "M112 268H528C528 400 452 484 372 490H268C188 484 112 400 112 268Z";
const LAMP =
  "M270 176H370C470 196 504 262 470 330C444 380 376 392 372 420H268C264 392 196 380 170 330C136 262 170 196 270 176Z";
const SURAHI =
  "M298 122H342L338 262C420 284 456 340 448 402C440 470 390 496 372 506H268C250 496 200 470 192 402C184 340 220 284 302 262Z";
const CROWN =
  "M138 268L124 172Q168 150 190 164Q206 110 252 128Q270 78 320 72Q370 78 388 128Q434 110 450 164Q472 150 516 172L502 268Z";
const PETAL = "M320 320Q292 276 320 232Q348 276 320 320";

const wheel = (x: number) => box(x, 470, 62, 66, INK, 12);

export const CRAFTS_MOTIFS = {
  vase: (b: Brush) =>
    shadow(120) +
    path(VASE, MILK) +
    within(
      "k",
      VASE,
      box(150, 306, 340, 118, b.print) +
        box(150, 290, 340, 12, COBALT) +
        box(150, 428, 340, 12, COBALT) +
        along([0, 1, 2, 3, 4, 5, 6], (i) => path(`M${178 + i * 47} 448q22 30 0 62q-22 -32 0 -62`, TURQUOISE)) +
        box(240, 120, 160, 30, COBALT) +
        box(240, 196, 160, 14, TURQUOISE) +
        along([0, 1, 2, 3, 4], (i) => disc(200 + i * 60, 270, 10, COBALT)) +
        faded(0.1, path("M400 100H500V540H380C460 440 440 330 362 230Z", INK)),
    ),
  plate: (b: Brush) =>
    disc(320, 330, 214, "#16264d2b") +
    disc(320, 320, 214, MILK) +
    ring(320, 320, 174, b.print, 56) +
    ring(320, 320, 204, COBALT, 6) +
    ring(320, 320, 143, COBALT, 5) +
    around(8, path(PETAL, COBALT)) +
    around(8, turned(22.5, path("M320 262Q306 226 320 204Q334 226 320 262", TURQUOISE))) +
    disc(320, 320, 24, BRICK) +
    disc(320, 320, 11, MILK),
  tiles: (b: Brush) =>
    along(
      pairs([132, 132, 324, 132, 132, 324, 324, 324]),
      ([x, y]) => box(x, y, 184, 184, MILK, 6) + box(x + 8, y + 8, 168, 168, b.print),
    ) +
    `<g clip-path="url(#t)">${disc(320, 320, 128, MILK)}${around(8, path("M320 320Q276 250 320 204Q364 250 320 320", COBALT))}${around(8, turned(22.5, path("M320 320Q304 254 320 212Q336 254 320 320", TURQUOISE)))}${disc(320, 320, 34, BRICK)}${disc(320, 320, 15, MILK)}</g>` +
    `<clipPath id="t"><path d="M132 132H316V316H132ZM324 132H508V316H324ZM132 324H316V508H132ZM324 324H508V508H324Z"/></clipPath>`,
  truck: (b: Brush) =>
    shadow(200, 536) +
    wheel(150) +
    wheel(428) +
    path(CROWN, b.main) +
    within(
      "k",
      CROWN,
      box(120, 200, 400, 80, b.trim) + along([0, 1, 2, 3, 4, 5, 6, 7], (i) => disc(142 + i * 51, 196, 13, HONEY)),
    ) +
    disc(320, 140, 34, MILK) +
    around(8, path("M320 140Q308 122 320 110Q332 122 320 140", BRICK), 320, 140) +
    box(142, 262, 356, 214, BRICK, 14) +
    box(166, 280, 148, 92, "#c9e2e4", 10) +
    box(326, 280, 148, 92, "#c9e2e4", 10) +
    path("M166 372L230 280H262L198 372Z", MILK) +
    path("M326 372L390 280H422L358 372Z", MILK) +
    box(142, 384, 356, 16, HONEY) +
    box(226, 408, 188, 68, INK, 8) +
    along([0, 1, 2, 3, 4, 5], (i) => box(238 + i * 28, 414, 20, 56, TURQUOISE, 3)) +
    mirrored(disc(184, 438, 28, MILK) + disc(184, 438, 17, HONEY)) +
    box(122, 474, 396, 30, COBALT, 8) +
    along([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], (i) => path(`M${138 + i * 34} 504h24l-12 20Z`, i % 2 ? HONEY : MILK)),
  bowl: (b: Brush) =>
    shadow(140, 520) +
    path("M252 486H388L404 522H236Z", BRICK) +
    path(BOWL, b.main) +
    within(
      "k",
      BOWL,
      box(100, 300, 440, 96, b.print) +
        box(100, 288, 440, 8, MILK) +
        box(100, 400, 440, 8, MILK) +
        faded(0.12, path("M420 250H540V500H340Q420 400 420 250Z", INK)),
    ) +
    oval(320, 268, 208, 58, MILK) +
    oval(320, 272, 184, 44, b.second) +
    faded(0.16, path("M136 272A184 44 0 0 0 504 272Q420 250 320 256Q220 250 136 272Z", INK)),
  "wooden-box": (b: Brush) =>
    shadow(210, 500) +
    path("M120 286Q120 170 230 170H410Q520 170 520 286Z", BARK) +
    path("M146 270Q152 192 236 192H404Q488 192 494 270Z", WOOD) +
    box(112, 282, 416, 212, BARK, 10) +
    box(132, 310, 376, 164, b.print, 4) +
    box(112, 282, 416, 16, HONEY) +
    mirrored(path("M112 494V430Q156 440 170 494Z", HONEY)) +
    box(288, 276, 64, 70, HONEY, 8) +
    disc(320, 304, 10, INK) +
    box(316, 306, 8, 22, INK) +
    around(6, path("M320 232Q306 214 320 200Q334 214 320 232", HONEY), 320, 232) +
    disc(320, 232, 8, MILK),
  lamp: (b: Brush) =>
    shadow(110) +
    box(302, 132, 36, 48, HONEY, 8) +
    path(LAMP, HONEY) +
    within(
      "k",
      LAMP,
      box(130, 226, 380, 100, b.print) +
        box(130, 212, 380, 9, BRICK) +
        box(130, 331, 380, 9, BRICK) +
        along([0, 1, 2, 3, 4, 5, 6], (i) => path(`M${176 + i * 48} 346q18 22 0 50q-18 -28 0 -50`, BRICK)),
    ) +
    box(256, 412, 128, 20, BARK, 8) +
    path("M296 432H344Q340 470 396 494V520H244V494Q300 470 296 432Z", BRICK) +
    box(232, 504, 176, 18, BARK, 9),
  surahi: (b: Brush) =>
    shadow(110) +
    line("M424 336C524 290 500 186 372 176", HONEY, 18) +
    path("M214 352C150 330 170 240 116 218L140 204C204 226 190 300 250 318Z", HONEY) +
    path(SURAHI, HONEY) +
    within(
      "k",
      SURAHI,
      box(180, 330, 280, 100, b.print) +
        box(180, 318, 280, 8, BARK) +
        box(180, 434, 280, 8, BARK) +
        box(290, 190, 60, 12, BARK) +
        box(290, 214, 60, 6, BARK),
    ) +
    path("M284 122Q320 70 356 122Z", BRICK) +
    disc(320, 80, 13, HONEY) +
    box(276, 118, 88, 16, BARK, 8) +
    path("M268 500H372L396 522H244Z", BARK),
  quilt: (b: Brush) => {
    const cells = [0, 1, 2, 3].flatMap((row) => [0, 1, 2, 3].map((column) => ({ row, column })));
    return turned(
      45,
      box(126, 126, 388, 388, b.accent, 12) +
        box(142, 142, 356, 356, MILK) +
        along(cells, ({ row, column }) => {
          const [x, y] = [150 + column * 86, 150 + row * 86];
          const [cloth, patch] = [
            [COBALT, HONEY],
            [BRICK, MILK],
            [TURQUOISE, INK],
          ][(row + column) % 3] ?? [CLAY, STEEL];
          return (
            box(x, y, 82, 82, cloth ?? CLAY) +
            path(`M${x + 41} ${y + 8}l33 33l-33 33l-33 -33Z`, patch ?? MILK) +
            box(x + 29, y + 29, 24, 24, cloth ?? CLAY)
          );
        }),
    );
  },
};
