import type { Database } from "@/db/client";
import type { Role } from "@/lib/users/model";

/** Who acts: a signed-in person, JazzCash by its signature, or the shop itself by the name of a use-case. */
export type Actor =
  | {
      kind: "user";
      userId: number;
      role: Role;
      isGuest: boolean;
      sessionId: string;
      /** An administrator who may do nothing as such before a second factor is set up and asked for. */
      lacksSecondFactor?: boolean;
    }
  | { kind: "gateway" }
  | { kind: "system"; useCase: string };

/** Where a request comes from: the address where it is known, and the browser's own words about itself. */
export type Origin = { address: string | null; device: string };

/** Everything impure that a use-case may touch. */
export type Ctx<A extends Actor = Actor> = { db: Database; now: Date; actor: A; from?: Origin };

export type UserCtx = Ctx<Extract<Actor, { kind: "user" }>>;

/** The actor as history and audit keep it: `user:7`, `gateway`, `system:reconcile`. */
export function actorName(actor: Actor): string {
  if (actor.kind === "user") return `user:${actor.userId}`;
  return actor.kind === "system" ? `system:${actor.useCase}` : "gateway";
}

export const isStaff = (actor: Actor): boolean =>
  actor.kind === "user" && (actor.role === "staff" || actor.role === "admin");

export const isAdmin = (actor: Actor): boolean => actor.kind === "user" && actor.role === "admin";
