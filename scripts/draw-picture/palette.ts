export const INK = "#16264d";
export const COBALT = "#23459e";
export const TURQUOISE = "#36a3ad";
export const MIST = "#b9dcd9";
export const MILK = "#fffaf0";
const PAPER = "#f6efe2";
export const SAND = "#e8dabf";
export const BRICK = "#b24a30";
export const CLAY = "#d98b68";
export const HONEY = "#dda03c";
export const LEAF = "#4f7f5c";
export const WOOD = "#c08a58";
export const BARK = "#8a5a3a";
export const STEEL = "#ccd3dc";
export const SLATE = "#8d99ab";

/** The colours one picture is painted with; `print` and `trim` are its two patterns. */
export type Brush = { main: string; second: string; light: string; accent: string; print: string; trim: string };

export type Scheme = { ground: string; halo: string; main: string; second: string; light: string; accent: string };

export const SCHEMES = [
  { ground: PAPER, halo: "#e9dcc2", main: COBALT, second: TURQUOISE, light: MILK, accent: BRICK },
  { ground: "#e3efec", halo: MIST, main: COBALT, second: CLAY, light: MILK, accent: BRICK },
  { ground: "#f7e8dc", halo: "#edc8b2", main: COBALT, second: TURQUOISE, light: MILK, accent: BRICK },
  { ground: "#e6eaf4", halo: "#c5cfe9", main: BRICK, second: COBALT, light: MILK, accent: HONEY },
  { ground: "#f3ead8", halo: "#3f60b3", main: TURQUOISE, second: CLAY, light: MILK, accent: BRICK },
  { ground: "#eef3ee", halo: "#56b3ba", main: COBALT, second: BRICK, light: MILK, accent: HONEY },
  { ground: "#fbf3e5", halo: "#c4674b", main: COBALT, second: TURQUOISE, light: MILK, accent: HONEY },
] as const satisfies readonly Scheme[];
