import { assert, asyncProperty } from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { NOON } from "@/db/test-fixtures";
import { lyingGateway } from "@/e2e/faults/lying-gateway";
import { anySequence } from "@/e2e/model/any-sequence";
import { closeWorld } from "@/e2e/model/close-world";
import { freshDatabases } from "@/e2e/model/fresh-databases";
import { runSequence } from "@/e2e/model/run-sequence";
import { newTally } from "@/e2e/model/tally";
import { openWorld } from "@/e2e/model/world";

const { MODEL_SEQUENCES, MODEL_SEED, MODEL_PATH } = process.env;
const isLong = MODEL_SEQUENCES !== undefined || MODEL_PATH !== undefined;
const numRuns = Number(MODEL_SEQUENCES ?? 60);
/** A short run takes the same sequences each time: a change is judged by what it changes, and chance by the long ones. */
const seed = Number(MODEL_SEED ?? (isLong ? Date.now() % 2 ** 31 : 20_261_125));
const HOURS_MS = 12 * 3_600_000;
const TOLD_EACH = 500;

const line = await lyingGateway({ JAZZCASH_TIMEOUT_MS: "700", JAZZCASH_WALLET_TIMEOUT_MS: "30000" });
const databases = freshDatabases();
const tally = newTally();

beforeAll(() => void vi.useFakeTimers({ toFake: ["Date"], now: NOON }));
afterAll(() => void vi.useRealTimers());

/** A sequence that went wrong leaves a database from which nothing can be learnt. */
const isKept = asyncProperty(anySequence, async (steps) => {
  try {
    vi.setSystemTime(NOON);
    const world = await openWorld(await databases.next(), line);
    await runSequence(world, steps, tally);
    await closeWorld(world);
  } catch (thrown) {
    await databases.giveUp();
    throw thrown;
  }
  if (tally.sequence() % TOLD_EACH === 0) console.log(`Seed ${seed}, so far: ${tally.told()}.`);
});

test(
  "whatever buyers, staff, gateway and clock do, no money is lost, doubled or misreported",
  { timeout: HOURS_MS },
  async () => {
    console.log(`Seed ${seed}. Cut down a failure with MODEL_SEED and MODEL_PATH: npm run test:long`);
    const path = MODEL_PATH === undefined ? {} : { path: MODEL_PATH };
    await assert(isKept, { numRuns, seed, endOnFailure: !isLong, ...path });
    console.log(`Seed ${seed}: ${tally.told()}.`);
    expect(MODEL_PATH === undefined ? tally.sequences() : numRuns).toBe(numRuns);
  },
);
