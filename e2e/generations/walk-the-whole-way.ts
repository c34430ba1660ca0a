import { afterAll } from "vitest";
import type { Database } from "@/db/client";
import { later } from "@/db/test-fixtures";
import { expectProof } from "@/db/test-proof";
import type { SimulatedShop } from "@/e2e/generations/simulated-shop";
import { walkHostedPage } from "@/e2e/generations/walk-hosted-page";
import { type Generation, walkOf } from "@/e2e/generations/walk-of";
import { walkVouchers } from "@/e2e/generations/walk-vouchers";
import { walkWallet } from "@/e2e/generations/walk-wallet";

const THREE_DAYS = 3 * 24 * 60;

/** All that a shop does with one generation of the gateway, each case to its end in the database. */
export function walkTheWholeWay(db: Database, shop: SimulatedShop, generation: Generation): void {
  const walk = walkOf(db, shop);

  // Each payment that was taken is confirmed an hour later, whatever was given back since.
  afterAll(async () => {
    await shop.passHours(0);
    await walk.reconcile(THREE_DAYS);
    await expectProof(db, later(walk.now, THREE_DAYS));
  });

  walkHostedPage(walk, generation);
  walkVouchers(walk);
  walkWallet(walk, generation);
}
