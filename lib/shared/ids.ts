import { randomBytes } from "node:crypto";
import { pakistanDay } from "@/lib/shared/pakistan-time";

const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // 32 signs that cannot be misread: no I, O, 0, 1

const unguessable = (length: number): string =>
  Array.from(randomBytes(length), (byte) => ALPHABET[byte % ALPHABET.length]).join("");

/** `ORD-K7Q2MX9A-20261125`: 40 random bits, then the day in Pakistan. */
export const newOrderNumber = (now: Date): string => `ORD-${unguessable(8)}-${pakistanDay(now)}`;

/** The gateway's `pp_TxnRefNo`: 20 letters and digits, 65 of their bits random. */
export const newTransactionId = (now: Date): string => `T${pakistanDay(now).slice(2)}${unguessable(13)}`;
