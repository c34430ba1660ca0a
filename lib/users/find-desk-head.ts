import { sql } from "drizzle-orm";
import { reviewItems } from "@/db/schema/reviews";
import { users } from "@/db/schema/users";
import { statement } from "@/db/statement";
import type { UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";

type DeskHead = { name: string; email: string; questions: number };

/** So many open questions are counted; more than that are many. */
const MOST_COUNTED = 100;

const FIND_HEAD = statement<{ userId: number }, DeskHead>(
  ({ userId }) => sql`
    select person.name, coalesce(person.email, '') as email, (
      select count(*)::int from (
        select from ${reviewItems} where closed_at is null limit ${sql.raw(String(MOST_COUNTED))}
      ) as open
    ) as questions
    from ${users} as person where person.id = ${userId}`,
);

/** What the head of the back office says: who is signed in, and how many questions wait for a person. */
export async function findDeskHead({ db, actor }: UserCtx): Promise<DeskHead> {
  requireStaff(actor);
  const [head] = await FIND_HEAD(db, { userId: actor.userId });
  return head ?? { name: "", email: "", questions: 0 };
}
