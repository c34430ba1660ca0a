import { randomUUID } from "node:crypto";

/** What tells one opened form from all others: whatever it does is done once for it, however often it is sent. */
export const newFormKey = (now: Date): string => `${now.getTime()}-${randomUUID()}`;
