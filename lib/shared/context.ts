import type { Database } from "@/db/client";
import type { Role } from "@/lib/users/model";

/** Who acts: a signed-in person, JazzCash by its signature, or the shop itself by the name of a use-case. */
export type Actor =
  | { kind: "user"; userId: number; role: Role; isGuest: boolean; sessionId: string }
  | { kind: "gateway" }
  | { kind: "system"; useCase: string };

/** Everything impure that a use-case may touch. */
export type Ctx<A extends Actor = Actor> = { db: Database; now: Date; actor: A };

export type UserCtx = Ctx<Extract<Actor, { kind: "user" }>>;

/** The actor as history and audit keep it: `user:7`, `gateway`, `system:reconcile`. */
export function actorName(actor: Actor): string {
  if (actor.kind === "user") return `user:${actor.userId}`;
  return actor.kind === "system" ? `system:${actor.useCase}` : "gateway";
}

export const isStaff = (actor: Actor): boolean =>
  actor.kind === "user" && (actor.role === "staff" || actor.role === "admin");
