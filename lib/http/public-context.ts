import { database } from "@/db/client";

/** For what everybody may read: no session is looked for. */
export const publicContext = () => ({ db: database(), now: new Date() });
