import { EXPORTS_AT_ONCE } from "@/lib/exports/model";
import { AppError } from "@/lib/shared/errors";

const globals = globalThis as typeof globalThis & { saudaExports?: number }; // one for all copies of this module

/** A place among the exports that are made at this moment, to be given back at its end; 429 where there is none. */
export function takeTurn(): () => void {
  const under = globals.saudaExports ?? 0;
  if (under >= EXPORTS_AT_ONCE) {
    throw new AppError(
      "too_many_requests",
      `${EXPORTS_AT_ONCE} exports are being made already. Try again when one of them has ended.`,
      { reason: "exports_busy" },
      { "retry-after": "30" },
    );
  }
  globals.saudaExports = under + 1;
  let isEnded = false;
  return () => {
    if (!isEnded) globals.saudaExports = (globals.saudaExports ?? 1) - 1;
    isEnded = true;
  };
}
