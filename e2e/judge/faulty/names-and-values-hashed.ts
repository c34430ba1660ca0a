import { createHmac } from "node:crypto";
import { CORRECT, type Rules } from "./rules";

/** Hashes `name=value`, as other gateways do, and so refuses all that JazzCash really says. */
export const namesAndValuesHashed: Rules = {
  ...CORRECT,
  isSigned: ({ pp_SecureHash: given, ...fields }, salt) => {
    const pairs = Object.entries(fields).filter(([, value]) => value !== "");
    const text = [salt, ...pairs.map((pair) => pair.join("=")).toSorted()].join("&");
    return given?.toLowerCase() === createHmac("sha256", salt).update(text).digest("hex");
  },
};
