import { z } from "zod";

/** A variable of the environment that is a whole number within bounds. */
export const wholeVariable = (least: number, most: number) =>
  z.coerce
    .number("must be a whole number")
    .int("must be a whole number")
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`);
