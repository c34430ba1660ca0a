import { sql } from "drizzle-orm";
import type { UserCtx } from "@/lib/shared/context";
import { inTurn } from "@/lib/shared/in-turn";

/** One after the other, in this process and in all: what files say is decided on what all before them have said. */
export const inSettlementTurn = <T>(ctx: UserCtx, run: (inside: UserCtx) => Promise<T>): Promise<T> =>
  inTurn("settlements", () =>
    ctx.db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('settlements', 0))`);
      return run({ ...ctx, db: tx });
    }),
  );
