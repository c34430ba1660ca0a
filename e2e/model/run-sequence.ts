import { vi } from "vitest";
import { later } from "@/db/test-fixtures";
import { expectAlways } from "@/e2e/model/expect-always";
import { expectAnswer } from "@/e2e/model/expect-answer";
import { expectAskedOnce, expectInquiries } from "@/e2e/model/expect-inquiries";
import { expectNotice } from "@/e2e/model/expect-notice";
import { expectOrders } from "@/e2e/model/expect-orders";
import { expectPayments } from "@/e2e/model/expect-payments";
import { look, type Sight } from "@/e2e/model/look";
import { must } from "@/e2e/model/must";
import type { SingleStep, Step } from "@/e2e/model/step";
import { takeStep } from "@/e2e/model/take-step";
import type { Tally } from "@/e2e/model/tally";
import type { World } from "@/e2e/model/world";
import { proveLedger } from "@/lib/ledger/prove-ledger";

/** Takes the steps one after the other, or several at once, and after each holds the shop to the model. */
export async function runSequence(world: World, steps: readonly Step[], tally: Tally): Promise<void> {
  let sight = await look(world);
  for (const step of steps) {
    if (step.do === "wait") passTime(world, step.minutes);
    else if (step.do === "prove") await expectLedger(world);
    else if (step.do === "at once") sight = await takeAtOnce(world, sight, step.steps, step.apartMs, tally);
    else sight = await takeAlone(world, sight, step, tally);
  }
}

/** The shop's own clock goes on too: the wallet's answer is settled at the time that it comes. */
export function passTime({ clock }: World, minutes: number): void {
  clock.now = later(clock.now, minutes);
  vi.setSystemTime(clock.now);
}

async function takeAlone(world: World, before: Sight, step: SingleStep, tally: Tally): Promise<Sight> {
  const done = await takeStep(world, before, step);
  const news = world.gateway.takeNews();
  if (!done) return before;
  world.heard.push(...news);
  tally.count(step);
  const after = step.do.endsWith("at the gateway") ? before : await look(world);
  expectAlways(world, before, after);
  const taken = { world, before, after, step, done, news };
  expectAnswer(taken);
  expectNotice(taken);
  expectInquiries(taken);
  expectPayments(taken);
  expectOrders(taken);
  return after;
}

async function takeAtOnce(
  world: World,
  before: Sight,
  steps: SingleStep[],
  apartMs: number,
  tally: Tally,
): Promise<Sight> {
  const ended = await Promise.allSettled(steps.map((step, lane) => takeStep(world, before, step, lane * apartMs)));
  for (const end of ended) if (end.status === "rejected") throw end.reason;
  const news = world.gateway.takeNews();
  world.heard.push(...news);
  tally.group(steps);
  const after = await look(world);
  expectAlways(world, before, after);
  expectAskedOnce(steps, news);
  return after;
}

/** Every invariant of the ledger holds over the whole database. */
export async function expectLedger({ db, reconciledAt }: World): Promise<void> {
  const broken = (await proveLedger(db, reconciledAt)).filter(({ breaches }) => breaches > 0);
  const told = broken.map(({ name, breaches, of, examples }) => `${name}: ${breaches} (${of} ${examples.join(", ")})`);
  must(broken.length === 0, `The ledger does not hold: ${told.join("; ")}.`);
}
