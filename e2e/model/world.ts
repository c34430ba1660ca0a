import type { Database } from "@/db/client";
import { aProduct, NOON, somebody } from "@/db/test-fixtures";
import type { lyingGateway } from "@/e2e/faults/lying-gateway";
import { type PlayedGateway, playedGateway } from "@/e2e/model/played-gateway";
import type { News } from "@/e2e/model/said";
import type { RawMessage } from "@/lib/jazzcash/notice";
import type { Ctx, UserCtx } from "@/lib/shared/context";

export const MINUTE_MS = 60_000;
/** What the gateway is not to be asked about sooner, and what it cannot end sooner. */
export const QUIET_MS = 10 * MINUTE_MS;

type Person = UserCtx["actor"];
type Goods = { id: number; itemCode: string; price: number; stock: number };
export type SentNotice = { message: RawMessage; channel: "callback" | "return" };

/** One sequence's own people, goods and gateway, in a database that others have used before. */
export type World = {
  db: Database;
  clock: { now: Date };
  /** What has been unknown for long is named by the reconciliation: until its latest run. */
  reconciledAt: Date;
  buyers: readonly [Person, Person];
  staff: Person;
  admin: Person;
  goods: Goods[];
  /** Pieces that went away with a parcel that came back without them. */
  lost: Map<number, number>;
  gateway: PlayedGateway;
  sent: SentNotice[];
  /** Everything that the shop was told so far. */
  heard: News[];
};

/** Prices with and without paisa, and so few pieces that buyers get into each other's way. */
const OFFERS = [
  { price: 150_000, stock: 4 },
  { price: 99_999, stock: 6 },
  { price: 25_050, stock: 50 },
];

export async function openWorld(db: Database, line: Awaited<ReturnType<typeof lyingGateway>>): Promise<World> {
  const clock = { now: NOON };
  const [first, second, staff, admin] = await Promise.all([
    somebody(db),
    somebody(db),
    somebody(db, { role: "staff" }),
    somebody(db, { role: "admin" }),
  ]);
  const made = await Promise.all(OFFERS.map((offer) => aProduct(db, offer)));
  const goods = made.map((product, at) => ({ price: 1, stock: 1, ...OFFERS[at], ...product }));
  return {
    db,
    clock,
    reconciledAt: NOON,
    buyers: [first.actor, second.actor],
    staff: staff.actor,
    admin: admin.actor,
    goods,
    lost: new Map(),
    gateway: playedGateway(line, clock),
    sent: [],
    heard: [],
  };
}

export const as = ({ db, clock }: World, actor: Person, lateMs = 0): UserCtx => ({
  db,
  now: new Date(clock.now.getTime() + lateMs),
  actor,
});

export const asShop = ({ db, clock }: World, useCase: string, lateMs = 0): Ctx => ({
  db,
  now: new Date(clock.now.getTime() + lateMs),
  actor: { kind: "system", useCase },
});
