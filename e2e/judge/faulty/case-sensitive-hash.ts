import { CORRECT, hashOf, type Rules } from "./rules";

/** Compares in capitals alone, since all live messages had them. */
export const caseSensitiveHash: Rules = {
  ...CORRECT,
  isSigned: (fields, salt) => fields.pp_SecureHash === hashOf(fields, salt).toUpperCase(),
};
