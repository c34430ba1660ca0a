import { around, box, disc, path } from "@/scripts/draw-picture/shapes";

const HALOS = [
  (halo: string) => disc(320, 320, 262, halo),
  (halo: string) => path("M84 560V300Q84 196 190 130Q286 84 320 44Q354 84 450 130Q556 196 556 300V560Z", halo),
  (halo: string) => box(137, 137, 366, 366, halo, 14) + path("M320 61L579 320L320 579L61 320Z", halo),
  (halo: string) => disc(320, 320, 212, halo) + around(12, disc(320, 118, 55, halo)),
  (halo: string) => box(72, 72, 496, 496, halo, 130),
  (halo: string) => around(4, disc(320, 208, 150, halo)) + box(208, 208, 224, 224, halo),
] as const;

/** The paper with one large quiet form behind the product. */
export const ground = (form: number, paper: string, halo: string) =>
  box(0, 0, 640, 640, paper) + (HALOS[form % HALOS.length] ?? HALOS[0])(halo);
