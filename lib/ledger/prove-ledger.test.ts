import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { expectProof } from "@/db/test-proof";
import { testDatabase } from "@/db/test-database";
import { anAttempt, anOrder, gateway, NOON, somebody } from "@/db/test-fixtures";
import { notified, returned } from "@/db/test-notices";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { ledgerInvariants } from "@/lib/ledger/ledger-invariants";
import { proveLedger } from "@/lib/ledger/prove-ledger";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { recordCash } from "@/lib/payments/record-cash";
import { refundPayment } from "@/lib/refunds/refund-payment";
import { bring, csvOf } from "@/lib/settlements/test-files";
import { figureTamperings } from "@/lib/ledger/test-figure-tampering";
import { orderTamperings } from "@/lib/ledger/test-order-tampering";
import { paymentTamperings } from "@/lib/ledger/test-payment-tampering";
import { settlementTamperings } from "@/lib/ledger/test-settlement-tampering";
import type { Ids } from "@/lib/ledger/test-tampering";

const { db, inTransaction } = testDatabase();

let ids: Ids;

/** One attempt of each kind: open, paid, awaiting cash, cash given back in part, paid after a cancel, paid twice, paid out. */
beforeAll(async () => {
  const ctx = await somebody(db);
  const staff = await somebody(db, { role: "admin" });
  const { payment: open } = await anAttempt(ctx);
  const { payment: paid } = await anAttempt(ctx);
  await receiveNotice(gateway(db), returned(paid), "return");
  const { payment: cash, order: ofCash } = await anAttempt(ctx, "cash_on_delivery");
  const { payment: partly, order: ofPartly } = await anAttempt(ctx, "cash_on_delivery");
  await recordCash(staff, { paymentId: partly.payment_id });
  await refundPayment(staff, { paymentId: partly.payment_id, amount: "1000", reason: "One vase was cracked" });
  const { payment: late, order } = await anAttempt(ctx);
  await cancelOrder(ctx, { orderId: order.id, reason: "", returned: false, restock: false });
  await receiveNotice(gateway(db), notified(late), "callback");
  const { payment: twice, order: ofTwice } = await anAttempt(ctx);
  const byCash = await initiatePayment(ctx, { order_id: ofTwice.id, payment_method: "cash_on_delivery" });
  await recordCash(staff, { paymentId: byCash.payment_id });
  await receiveNotice(gateway(db), notified(twice), "callback");
  const { payment: settled } = await anAttempt(ctx);
  await receiveNotice(gateway(db), returned(settled), "return");
  const { transaction_id: reference } = settled;
  await bring(staff, {
    text: csvOf("gateway", [
      { reference, gross: 3000, tax: 5 },
      { reference: "T1", gross: 1 },
    ]),
  });
  await bring(staff, {
    source: "courier",
    text: csvOf("courier", [
      { reference: ofPartly.order_number, gross: 3000 },
      { reference: ofPartly.order_number, gross: -1000, fee: -20 },
      { reference: ofCash.order_number, gross: 0, fee: 150 },
      { reference: "LE0", gross: 0, fee: 150, tax: 24 },
    ]),
  });
  const attempts = { open, paid, cash, partly, late, twice, settled };
  ids = Object.fromEntries(Object.entries(attempts).map(([name, { payment_id }]) => [name, payment_id])) as Ids;
  await anOrder(ctx);
});

const TAMPERINGS = { ...paymentTamperings, ...orderTamperings, ...figureTamperings, ...settlementTamperings };

test("a shop in which everything happened as it should breaks nothing", () => expectProof(db));

test("for each invariant there is a way to break it", () => {
  expect(Object.keys(TAMPERINGS).toSorted()).toEqual(ledgerInvariants.map(({ name }) => name).toSorted());
});

describe("what is broken speaks, and nothing else does", () => {
  for (const [name, { too = [], ways }] of Object.entries(TAMPERINGS)) {
    for (const [at, way] of ways.entries()) {
      test(
        `${name}, in way ${at + 1} of ${ways.length}`,
        inTransaction(async (tx) => {
          await way(tx, ids);
          const spoken = (await proveLedger(tx, NOON)).filter(({ breaches }) => breaches > 0);
          expect(spoken.map((finding) => finding.name).toSorted()).toEqual([name, ...too].toSorted());
        }),
      );
    }
  }
});

test(
  "a total that is not the sum of its parts speaks even where its constraint is gone",
  inTransaction(async (tx) => {
    const { order } = await anOrder(await somebody(tx));
    await tx.execute(sql`alter table orders drop constraint orders_total_is_the_sum`);
    await tx.execute(sql`update orders set total_paisa = total_paisa + 1 where id = ${order.id}`);
    await expect(expectProof(tx)).rejects.toThrow(/order_totals_add_up: 1 .*\nrules_are_in_force: 1 /);
  }),
);

test(
  "a refund of another amount than moved speaks for itself and for its payment",
  inTransaction(async (tx) => {
    await tx.execute(sql`update refunds set amount_paisa = amount_paisa - 1 where payment_id = ${ids.partly}`);
    await expect(expectProof(tx)).rejects.toThrow(/refunds_have_one_movement: 1 .*\nrefunds_fold_to_payments: 1 /);
  }),
);

test(
  "a breach is told by its number and by what it is found in",
  inTransaction(async (tx) => {
    await tx.execute(sql`update products set sold = sold + 1`);
    const found = (await proveLedger(tx, NOON)).find(({ breaches }) => breaches > 0);
    expect(found).toMatchObject({ name: "stock_is_conserved", of: "product", breaches: 8 });
    expect(found?.examples).toHaveLength(5);
  }),
);

test(
  "in a caller's transaction it leaves all settings as they were, and the caller free to write",
  inTransaction(async (tx) => {
    const settings = () =>
      tx.execute(sql`
      select current_setting('enable_seqscan') as scan, current_setting('statement_timeout') as timeout,
        current_setting('work_mem') as memory, current_setting('transaction_read_only') as reading`);
    const before = [...(await settings())];
    await proveLedger(tx, NOON);
    expect([...(await settings())]).toEqual(before);
    await tx.execute(sql`update products set stock = stock + 1`);
  }),
);

/** The events of a payment as a shop left them that did not keep its states yet. */
const asOfBefore = (id: number) => [
  sql`alter table payment_events disable trigger payment_events_append_only`,
  sql`update payment_events set status_after = null where payment_id = ${id}`,
  sql`alter table payment_events enable always trigger payment_events_append_only`,
  sql`insert into payment_events (payment_id, transaction_id, channel, is_outgoing, fields, decision, status_after, created_at)
    select id, transaction_id, 'shop', false, '{}', 'carried_over', status, updated_at from payments where id = ${id}`,
];

test(
  "a payment that was taken over from before rests on the message of that time, and on nothing less",
  inTransaction(async (tx) => {
    for (const id of [ids.open, ids.paid, ids.cash]) for (const change of asOfBefore(id)) await tx.execute(change);
    await expectProof(tx);
    for (const change of [
      sql`alter table payment_events disable trigger payment_events_append_only`,
      sql`update payment_events set refusal = 'invalid_signature' where payment_id = ${ids.paid} and channel = 'return'`,
      sql`alter table payment_events enable always trigger payment_events_append_only`,
    ])
      await tx.execute(change);
    await expect(expectProof(tx)).rejects.toThrow(`settlements_have_evidence: 1 (payment ${ids.paid})`);
  }),
);
