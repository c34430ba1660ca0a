import type { ErrorCode } from "@/lib/shared/errors";

/** What is said where the database refuses what the code should have refused before, by a field where it is of one. */
export type BrokenRule = { code: ErrorCode; detail: string; field?: string };

export const conflict = (detail: string): BrokenRule => ({ code: "conflict", detail });
export const taken = (detail: string, field: string): BrokenRule => ({ code: "already_there", detail, field });
