import { createHash } from "node:crypto";
import { openSecret, sealSecret } from "@/lib/auth/seal-secret";
import { minutesAfter } from "@/lib/shared/pakistan-time";

const PURPOSE = "sign-in ticket";
const TICKET_MINUTES = 10;

type Known = { id: number; passwordHash: string | null };
type Ticket = { userId: number; passwordMark: string; until: number };

/** Tells one password of an account from the next without saying anything of it. */
export const passwordMark = (passwordHash: string | null): string =>
  createHash("sha256")
    .update(passwordHash ?? "")
    .digest("base64url");

/** Says between the two steps of a sign-in that the first is done, so that the password is not typed again. */
export const signInTicket = ({ id, passwordHash }: Known, now: Date): string => {
  const until = minutesAfter(now, TICKET_MINUTES).getTime();
  const ticket: Ticket = { userId: id, passwordMark: passwordMark(passwordHash), until };
  return sealSecret(PURPOSE, JSON.stringify(ticket));
};

/** Whose ticket it is, or null where it is none of ours or too old. */
export function readTicket(sealed: string, now: Date): Ticket | null {
  const text = openSecret(PURPOSE, sealed);
  if (text === null) return null;
  const ticket: Ticket = JSON.parse(text);
  return ticket.until > now.getTime() ? ticket : null;
}
