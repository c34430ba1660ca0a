import { type Brush, BARK, BRICK, HONEY, INK, MILK, SAND, SLATE, STEEL, WOOD } from "@/scripts/draw-picture/palette";
import {
  along,
  around,
  box,
  disc,
  flipped,
  line,
  moved,
  pairs,
  path,
  ring,
  shadow,
  triples,
  turned,
  within,
} from "@/scripts/draw-picture/shapes";

const BLADE = "M270 236Q320 214 370 236V508Q370 560 320 562Q270 560 270 508Z";
const BALL = "M130 320A190 190 0 1 1 510 320A190 190 0 1 1 130 320Z";
const GLOVE =
  "M196 330V200Q196 172 222 172Q246 172 246 200V150Q246 122 272 122Q298 122 298 150V140Q298 110 324 110Q350 110 350 140V162Q350 136 376 136Q400 136 400 162V300L436 262Q462 238 482 258Q496 276 480 300L412 404V440H196Z";

const stumpsAt = (x: number) =>
  box(x - 13, 150, 26, 372, WOOD, 12) +
  box(x - 13, 150, 9, 372, SAND, 5) +
  box(x - 13, 200, 26, 16, BRICK) +
  box(x - 13, 224, 26, 6, BRICK);
const racket = (b: Brush, frame: string) =>
  `<ellipse cx="320" cy="206" rx="92" ry="116" fill="${MILK}" fill-opacity=".7" stroke="${frame}" stroke-width="16"/>` +
  line(
    along(
      [258, 289, 320, 351, 382],
      (x) =>
        `M${x} ${x === 320 ? 98 : x === 289 || x === 351 ? 104 : 124}V${x === 320 ? 314 : x === 289 || x === 351 ? 308 : 288}`,
    ) +
      along(
        [140, 173, 206, 239, 272],
        (y) =>
          `M${y === 206 ? 236 : y === 173 || y === 239 ? 242 : 254} ${y}H${y === 206 ? 404 : y === 173 || y === 239 ? 398 : 386}`,
      ),
    SLATE,
    2.5,
  ) +
  path("M284 316H356L332 360H308Z", frame) +
  box(311, 340, 18, 110, SLATE) +
  box(304, 440, 32, 120, b.trim, 10) +
  box(304, 548, 32, 14, INK, 7);
const coin = (x: number, y: number, fill: string) => disc(x, y, 15, fill);

export const SPORTS_MOTIFS = {
  bat: (b: Brush) =>
    turned(
      38,
      box(302, 74, 36, 176, b.trim, 12) +
        box(298, 66, 44, 18, INK, 9) +
        path(BLADE, SAND) +
        path("M320 214Q352 220 370 236V508Q370 560 320 562Z", "#dcc79f") +
        path("M296 226L320 300L344 226Q320 208 296 226Z", WOOD) +
        within(
          "k",
          BLADE,
          box(260, 320, 120, 112, b.print) + box(260, 312, 120, 8, b.accent) + box(260, 432, 120, 8, b.accent),
        ),
    ) +
    disc(468, 452, 56, BRICK) +
    line("M438 414Q476 446 470 504M450 406Q492 440 486 500", MILK, 3.5),
  "cricket-ball": () =>
    shadow(150, 520) +
    path(BALL, "#a83f28") +
    within(
      "k",
      BALL,
      path("M400 110H530V530H280Q490 440 400 110Z", "#8f3421") +
        turned(
          24,
          box(288, 110, 64, 420, "#cf6a4c") +
            box(315, 110, 10, 420, MILK) +
            along([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16], (i) =>
              line(`M296 ${136 + i * 23}h12M332 ${136 + i * 23}h12`, MILK, 5),
            ),
        ),
    ),
  football: (b: Brush) =>
    shadow(150, 522) +
    path(BALL, MILK) +
    within(
      "k",
      BALL,
      around(
        5,
        line("M320 246V178", INK, 6) +
          path("M320 178L262 136L276 90H364L378 136Z", b.main) +
          line("M262 136L196 172M378 136L444 172", INK, 6),
      ) +
        path("M320 246L390 297L363 380H277L250 297Z", b.accent) +
        `<g opacity=".1">${path("M420 100H540V540H300Q520 440 420 100Z", INK)}</g>`,
    ) +
    ring(320, 320, 188, INK, 5),
  "tape-balls": (b: Brush) =>
    shadow(220, 500) +
    along(triples([218, 394, 0, 422, 394, 50, 320, 232, 100]), ([x, y, turn], i) => {
      const d = `M${x - 104} ${y}a104 104 0 1 1 208 0a104 104 0 1 1 -208 0Z`;
      const tape = [b.accent, b.main, b.second][i] ?? b.main;
      return (
        path(d, MILK) +
        within(
          `b${i}`,
          d,
          turned(
            turn,
            box(x - 110, y - 62, 220, 40, tape) +
              box(x - 110, y - 8, 220, 40, tape) +
              box(x - 110, y + 46, 220, 40, tape) +
              line(`M${x - 50} ${y - 110}Q${x + 16} ${y} ${x - 50} ${y + 110}`, "#16264d33", 9),
            x,
            y,
          ),
        )
      );
    }),
  stumps: (b: Brush) =>
    shadow(170, 520) +
    along([212, 320, 428], stumpsAt) +
    box(206, 132, 110, 20, b.accent, 10) +
    box(324, 132, 110, 20, b.accent, 10) +
    box(146, 494, 348, 34, b.main, 12) +
    box(164, 506, 312, 10, b.trim) +
    disc(496, 480, 42, BRICK) +
    line("M474 450Q500 474 494 518M484 444Q512 468 508 514", MILK, 3),
  "hockey-stick": (b: Brush) =>
    turned(
      28,
      line("M350 110V436Q350 516 276 516Q214 514 212 456", WOOD, 44) +
        line("M350 300V436Q350 516 276 516Q214 514 212 456", b.main, 44) +
        line("M338 320V430Q336 500 276 502", b.second, 9) +
        box(326, 84, 48, 176, b.trim, 20) +
        box(326, 262, 48, 12, b.accent) +
        box(326, 284, 48, 6, MILK),
    ) +
    disc(446, 470, 52, MILK) +
    along(pairs([430, 452, 462, 452, 446, 478, 420, 480, 472, 480, 446, 504]), ([x, y]) => disc(x, y, 5, STEEL)),
  rackets: (b: Brush) =>
    turned(-26, racket(b, b.main), 320, 380) +
    flipped(turned(-26, racket(b, b.accent), 320, 380)) +
    moved(
      320,
      498,
      path("M-16 0L-44 -84Q0 -104 44 -84L16 0Z", MILK) +
        line("M-7 0L-20 -88M7 0L20 -88M-30 -44H30", SLATE, 3) +
        path("M-18 0H18Q18 30 0 30Q-18 30 -18 0Z", b.second),
    ),
  "batting-gloves": (b: Brush) =>
    shadow(150, 534) +
    path(GLOVE, MILK) +
    along(
      pairs([200, 186, 250, 136, 302, 124, 354, 150]),
      ([x, y]) => box(x, y, 42, 70, b.main, 16) + box(x, y + 76, 42, 70, b.main, 16),
    ) +
    turned(38, box(414, 296, 46, 84, b.main, 18), 437, 330) +
    box(212, 308, 176, 104, b.print, 16) +
    box(182, 424, 248, 100, b.accent, 22) +
    box(182, 454, 248, 34, MILK) +
    box(360, 446, 60, 50, INK, 8),
  carrom: (b: Brush) =>
    box(98, 110, 444, 444, "#16264d26", 22) +
    box(98, 98, 444, 444, BARK, 22) +
    box(136, 136, 368, 368, SAND, 6) +
    along(pairs([160, 160, 480, 160, 160, 480, 480, 480]), ([x, y]) => disc(x, y, 22, INK)) +
    around(
      4,
      line("M222 192H418M222 210H418", INK, 3) +
        line("M222 201h0M418 201h0", BRICK, 18) +
        line("M196 196L268 268", BRICK, 3),
    ) +
    ring(320, 320, 76, b.main, 5) +
    disc(320, 320, 62, b.print) +
    around(6, coin(320, 288, MILK)) +
    around(6, turned(30, coin(320, 264, INK))) +
    coin(320, 320, BRICK) +
    disc(320, 448, 21, HONEY) +
    ring(320, 448, 12, MILK, 4),
};
