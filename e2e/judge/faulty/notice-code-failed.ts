import { CORRECT, type Rules } from "./rules";

/** Knows 000 alone, and takes the notice's 121 for a failure. */
export const noticeCodeFailed: Rules = {
  ...CORRECT,
  meaningOf: (code) => (code === "121" ? "failed" : CORRECT.meaningOf(code)),
};
