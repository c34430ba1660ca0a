import { type Brush, BRICK, HONEY, INK, LEAF, MILK, SLATE, STEEL } from "@/scripts/draw-picture/palette";
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
} from "@/scripts/draw-picture/shapes";

const BULB =
  "M320 106C420 106 480 178 474 262C468 330 420 356 410 424H230C220 356 172 330 166 262C160 178 220 106 320 106Z";

const plug = (b: Brush) =>
  box(-34, -70, 68, 104, b.main, 18) +
  box(-20, -112, 40, 46, STEEL, 10) +
  box(-12, -102, 24, 8, SLATE, 4) +
  box(-16, 30, 32, 34, INK, 8) +
  box(-18, -40, 36, 8, b.accent, 4);
const bud = (b: Brush) =>
  turned(-28, box(34, -34, 48, 60, b.accent, 24), 0, 0) +
  box(-34, -20, 44, 170, b.light, 22) +
  disc(0, -6, 52, b.light) +
  box(-24, 122, 24, 18, b.main, 6) +
  oval(-12, -14, 8, 20, SLATE);

export const ELECTRONICS_MOTIFS = {
  "phone-case": (b: Brush) =>
    turned(
      -10,
      box(190, 84, 272, 484, "#16264d30", 46) +
        box(182, 76, 272, 484, b.accent, 46) +
        box(194, 88, 248, 460, b.print, 36) +
        box(452, 200, 10, 70, INK, 5) +
        box(212, 106, 108, 108, INK, 28) +
        along(pairs([244, 138, 288, 138, 244, 182]), ([x, y]) => disc(x, y, 18, SLATE) + disc(x, y, 10, INK)) +
        disc(288, 182, 8, HONEY) +
        disc(318, 366, 74, MILK) +
        around(8, path("M318 366Q298 330 318 302Q338 330 318 366", b.main), 318, 366) +
        disc(318, 366, 14, b.accent),
    ),
  cable: (b: Brush) =>
    line("M206 470V360C206 220 440 180 440 300C440 410 210 390 210 280C210 180 430 140 430 250V330", b.accent, 24) +
    line(
      "M206 470V360C206 220 440 180 440 300C440 410 210 390 210 280C210 180 430 140 430 250V330",
      b.light,
      5,
    ).replace("/>", ' stroke-dasharray="2 16"/>') +
    moved(206, 472, turned(180, plug(b), 0, 0)) +
    moved(430, 396, turned(180, plug(b), 0, 0)),
  charger: (b: Brush) =>
    shadow(140, 540) +
    box(250, 96, 26, 90, STEEL, 8) +
    box(364, 96, 26, 90, STEEL, 8) +
    box(250, 96, 10, 90, SLATE, 5) +
    box(364, 96, 10, 90, SLATE, 5) +
    box(172, 172, 296, 330, b.light, 56) +
    box(172, 262, 296, 96, b.print) +
    box(172, 254, 296, 6, b.main) +
    box(172, 358, 296, 6, b.main) +
    box(264, 384, 112, 40, INK, 20) +
    box(284, 399, 72, 10, STEEL, 5) +
    box(268, 440, 104, 42, INK, 6) +
    box(280, 450, 80, 12, b.accent, 3) +
    path("M332 188L296 230H316L306 252L344 212H324Z", b.accent),
  "power-bank": (b: Brush) =>
    shadow(160, 538) +
    box(192, 92, 256, 446, INK, 44) +
    box(200, 100, 240, 430, b.main, 38) +
    box(200, 240, 240, 200, b.print) +
    box(200, 232, 240, 8, b.accent) +
    box(200, 440, 240, 8, b.accent) +
    box(232, 130, 60, 24, INK, 8) +
    box(348, 130, 60, 24, INK, 12) +
    along([0, 1, 2, 3], (i) => disc(260 + i * 40, 194, 11, i < 3 ? HONEY : SLATE)) +
    path("M334 462L292 506H318L306 524L350 484H326Z", HONEY),
  fan: (b: Brush) =>
    shadow(140, 536) +
    box(304, 400, 32, 120, SLATE) +
    path("M200 536Q206 470 320 470Q434 470 440 536Z", b.print) +
    box(192, 522, 256, 18, b.main, 9) +
    disc(320, 262, 188, b.light) +
    around(4, path("M320 262C250 230 238 120 310 96C372 100 378 200 320 262Z", b.second), 320, 262) +
    ring(320, 262, 184, b.main, 12) +
    ring(320, 262, 128, SLATE, 3) +
    around(12, line("M320 84V212", SLATE, 3), 320, 262) +
    disc(320, 262, 46, b.main) +
    around(6, path("M320 262Q308 240 320 226Q332 240 320 262", MILK), 320, 262) +
    disc(320, 262, 10, b.accent),
  earbuds: (b: Brush) =>
    shadow(150, 530) +
    mirrored(moved(226, 158, turned(14, bud(b), 0, 0))) +
    box(150, 340, 340, 186, b.main, 84) +
    path("M150 424Q150 340 234 340H406Q490 340 490 424Z", b.print) +
    box(150, 416, 340, 14, INK) +
    box(284, 410, 72, 26, b.accent, 13) +
    disc(320, 478, 9, HONEY),
  "mini-ups": (b: Brush) =>
    shadow(210, 500) +
    line("M520 420H574V300", INK, 10) +
    mirrored(line("M190 270L150 120", INK, 16)) +
    box(110, 270, 420, 96, b.light, 22) +
    along([0, 1, 2, 3, 4], (i) => disc(190 + i * 36, 318, 9, i === 4 ? BRICK : LEAF)) +
    box(400, 308, 96, 20, b.print, 6) +
    box(92, 366, 456, 128, b.main, 24) +
    box(92, 392, 456, 44, b.print) +
    along([0, 1, 2, 3], (i) => box(128 + i * 32, 452, 18, 22, INK, 4)) +
    path("M478 444L454 470H470L462 486L490 462H474Z", HONEY) +
    line("M280 212q40 -36 80 0M256 186q64 -58 128 0M304 236q16 -14 32 0", b.accent, 12),
  bulb: (b: Brush) =>
    around(10, line("M320 40V72", HONEY, 11), 320, 262) +
    path(BULB, MILK) +
    path("M320 106C420 106 480 178 474 262C468 330 420 356 410 424H340C400 330 420 200 320 106Z", "#f3e3bf") +
    path("M352 184L262 300H318L290 388L384 264H326Z", HONEY) +
    box(222, 400, 196, 56, b.print, 8) +
    box(240, 456, 160, 22, STEEL, 11) +
    box(240, 482, 160, 22, SLATE, 11) +
    box(252, 508, 136, 22, STEEL, 11) +
    path("M276 530H364L346 558H294Z", INK),
  speaker: (b: Brush) =>
    shadow(190, 510) +
    line("M190 250Q320 70 450 250", b.accent, 20) +
    box(112, 226, 416, 276, b.main, 70) +
    box(130, 244, 380, 240, b.print, 56) +
    mirrored(
      disc(222, 364, 84, INK) +
        ring(222, 364, 70, SLATE, 6) +
        disc(222, 364, 44, b.main) +
        disc(222, 364, 16, b.accent),
    ) +
    oval(320, 262, 46, 9, INK) +
    faded(0.9, disc(300, 262, 4, HONEY) + disc(320, 262, 4, MILK) + disc(340, 262, 4, MILK)),
};
