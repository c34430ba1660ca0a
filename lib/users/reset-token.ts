import { createHash } from "node:crypto";

/** 256 random bits as a mail carries them; whatever else an address says is nobody's link. */
export type ResetToken = string;

export const isResetToken = (text: unknown): text is ResetToken => typeof text === "string" && /^[\w-]{43}$/.test(text);

export const hashResetToken = (token: ResetToken): Buffer => createHash("sha256").update(token).digest();
