import type { Hono } from "hono";
import { z } from "zod";
import { pakistanTime } from "../pakistan-time";
import { SettlementFaults } from "../settlement-faults";
import { type SettledLine, settlementFile } from "../settlement-file";
import type { Simulator } from "../simulator";
import { acceptJson, badInput } from "./accept-json";

const DAY = /^\d{8}$/;
const GatewayFile = z.object({
  day: z.string().regex(DAY, "must be a day as yyyyMMdd").optional(),
  faults: SettlementFaults,
});
const CourierFile = z.strictObject({
  lines: z
    .array(z.strictObject({ reference: z.string().min(1).max(100), amount_paisa: z.number().int().min(0).max(1e13) }))
    .max(100_000),
  faults: SettlementFaults,
});

/** The files in which JazzCash, or a courier for the parcels that are named, says what it has paid out. */
export function controlSettlementRoutes(app: Hono, simulator: Simulator): void {
  const { store, settings } = simulator;
  const today = () => pakistanTime(store.now()).slice(0, 8);

  const taxed = (reference: string, amount: number, fee: number): SettledLine => ({
    reference,
    amount,
    fee,
    tax: Math.round((fee * settings.settlementTax) / 100),
  });

  /** A parcel without cash costs all of it. */
  const feeOf = (amount: number) =>
    amount === 0 ? settings.courierFee : Math.min(settings.courierFee, Math.floor(amount / 2));

  app.get("/_control/settlement.csv", (c) => {
    const read = GatewayFile.safeParse(c.req.query());
    if (!read.success) return badInput(z.prettifyError(read.error));
    const { day, faults } = read.data;
    const moved = movements(simulator).filter(({ key, at }) =>
      day === undefined ? !store.settled.has(key) : pakistanTime(at).startsWith(day),
    );
    if (day === undefined) for (const { key } of moved) store.settled.add(key);
    const lines = moved.map(({ reference, amount }) =>
      taxed(reference, amount, amount > 0 ? Math.round((amount * settings.settlementFee) / 100) : 0),
    );
    return csv(settlementFile("gateway", lines, { day: day ?? today(), faults }));
  });

  acceptJson(app, "/_control/settlement.csv", CourierFile, ({ lines, faults }) => {
    const rows = lines.map((line) => taxed(line.reference, line.amount_paisa, feeOf(line.amount_paisa)));
    return csv(settlementFile("courier", rows, { day: today(), faults }));
  });
}

const csv = (text: string): Response =>
  new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="settlement.csv"',
    },
  });

/** Each payment and each refund, the oldest first. */
function movements({ store }: Simulator) {
  return store
    .newestFirst()
    .flatMap(({ reference, amount, paidAt, state, refunds }) => [
      ...(state === "paid" && paidAt ? [{ key: reference, reference, amount, at: paidAt }] : []),
      ...refunds.map((refund, at) => ({
        key: `${reference} refund ${at}`,
        reference,
        amount: -refund.amount,
        at: refund.at,
      })),
    ])
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
}
