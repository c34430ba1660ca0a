import { createHmac } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Database } from "@/db/client";
import { claimKey, findKey, type KeyClaim, recordKeyResult, releaseKey } from "@/lib/http/idempotency-key";
import { env } from "@/lib/env";
import { json } from "@/lib/http/route";
import type { UserCtx } from "@/lib/shared/context";
import { describeError } from "@/lib/shared/describe-error";
import { AppError, invalidField } from "@/lib/shared/errors";

const HEADER = "Idempotency-Key";
const PRINTABLE = /^[\x20-\x7e]{1,255}$/;
const PATIENCE_MS = 5000;
const POLL_MS = 100;

/**
 * Ties what a use-case made to the key of its request. Called in the transaction that makes it, so that a crash leaves
 * both or neither; the transaction is given up where another request took the key over meanwhile.
 */
export type RecordResult = (tx: Database, resultId: number) => Promise<void>;

/** The key that a request carries, or null. */
export function idempotencyKeyOf(request: Request): string | null {
  const key = request.headers.get(HEADER);
  if (key !== null && !PRINTABLE.test(key)) throw invalidField(HEADER, "must be 1 to 255 printable ASCII characters");
  return key;
}

type OneEffect<Result> = {
  route:
    | "orders"
    | "checkout"
    | "payments/initiate"
    | "payments/refund"
    | "orders/returns"
    | "orders/message"
    | "orders/notes"
    | "products/stock"
    | "products/change";
  /** All that the effect depends on: the body as it was read, and the ids in the address. */
  input: object;
  /** Makes the effect. Without a key there is nothing to record. */
  run: (recordResult?: RecordResult) => Promise<Result>;
  /** The same result once more by the id that was recorded, or null where it is not this person's to see any more. */
  find: (resultId: number) => Promise<Result | null>;
  status?: number;
};

type OneAnswer<Result> = OneEffect<Result> & { body?: (result: Result) => unknown };

/** Answers a request that may be sent again; without a key each one makes its own effect. */
export async function answerOnce<Result>(
  request: Request,
  ctx: UserCtx,
  { body = (result) => result, ...effect }: OneAnswer<Result>,
): Promise<Response> {
  const key = idempotencyKeyOf(request);
  if (key === null) return json(body(await effect.run()), effect.status);
  const { result, status } = await makeOnce(ctx, key, effect);
  return json(body(result), status);
}

/**
 * Makes an effect that may be asked for again. The same key and input get one effect and the same result for a day,
 * however often and at whatever moment they come; a refusal is not kept, so that it may be tried again.
 * Refuses `idempotency_key_reused` and, after five seconds of waiting for a twin, `request_in_progress`.
 */
export async function makeOnce<Result>(
  ctx: UserCtx,
  key: string,
  { route, input, run, find, status = 200 }: OneEffect<Result>,
): Promise<{ result: Result; status: number }> {
  const bodyHash = fingerprint(route, input);
  const claim: KeyClaim = { userId: ctx.actor.userId, route, key, bodyHash, claimedAt: ctx.now };
  const known = await claimOrAwait(ctx.db, claim);
  if (known) {
    const result = await find(known.resultId);
    if (result === null) throw new AppError("not_found", "What this Idempotency-Key led to is not here any more.");
    return { result, status: known.resultStatus ?? status };
  }
  let isRefused = false;
  try {
    const result = await run(async (tx, resultId) => {
      if (!(await recordKeyResult(tx, claim, resultId))) throw inProgress();
    });
    return { result, status };
  } catch (thrown) {
    isRefused = thrown instanceof AppError && thrown.status < 500;
    throw thrown;
  } finally {
    await releaseKey(ctx.db, claim, { status, isRefused }).catch((thrown: unknown) => {
      console.error(`An Idempotency-Key stays claimed for its minute: ${describeError(thrown)}`);
    });
  }
}

const inProgress = (): AppError =>
  new AppError(
    "request_in_progress",
    "The first request with this Idempotency-Key is still being worked on.",
    {},
    { "retry-after": "5" },
  );

/** Null where this request is the one that makes the effect. No connection is held while it waits for another. */
async function claimOrAwait(db: Database, claim: KeyClaim) {
  const end = performance.now() + PATIENCE_MS;
  for (let isFree = true; ;) {
    if (isFree && (await claimKey(db, claim))) return null;
    const found = await findKey(db, claim);
    if (found && found.bodyHash !== claim.bodyHash) {
      throw new AppError("idempotency_key_reused", "This Idempotency-Key was sent before, with another request.");
    }
    if (found?.known) return found.known;
    if (performance.now() > end) throw inProgress();
    isFree = found === null;
    await setTimeout(POLL_MS * (0.5 + Math.random())); // apart, so that those refused one by one do not all wait again
  }
}

/** Keyed, since a body may name what can be guessed, such as six digits. */
export const fingerprint = (route: string, input: object): string =>
  createHmac("sha256", env().authSecret)
    .update(`idempotency\n${route}\n${canonical(input)}`)
    .digest("hex");

/** The key of a form: the same once more is known by it, and what a form of before says otherwise is another wish. */
export const formKey = (key: string, input: object): string => `${key} ${fingerprint("form", input)}`;

/** JSON in which the order of names makes no difference. */
const canonical = (input: object): string =>
  JSON.stringify(input, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
