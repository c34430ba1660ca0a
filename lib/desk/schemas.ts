import { z } from "zod";
import { DESK_COLUMNS, DESK_ENDS, DESK_QUEUES, DESK_STEPS } from "@/lib/desk/model";
import { ORDER_PAYMENT_STATES, ORDER_STATES } from "@/lib/orders/model";
import type { Seen } from "@/lib/orders/model";
import { PAYMENT_METHODS } from "@/lib/payments/model";
import { amountField, dayField, requiredText, textField, timeView, wholeNumber } from "@/lib/shared/fields";

/** What an address says wrongly is passed over. */
const ifGood = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

const textsOf = (value: unknown): unknown => (typeof value === "string" ? value.split(",") : value);
const isColumn = (text: unknown) => DESK_COLUMNS.find((column) => column === text);

/** The list of orders as its address asks for it. */
export const DeskQuery = z.object({
  search: ifGood(textField(100)),
  status: ifGood(z.enum(ORDER_STATES)),
  payment_status: ifGood(z.enum(ORDER_PAYMENT_STATES)),
  method: ifGood(z.enum(PAYMENT_METHODS)),
  city: ifGood(textField(80)),
  from: ifGood(dayField),
  to: ifGood(dayField),
  queue: ifGood(z.enum(DESK_QUEUES)),
  columns: ifGood(
    z
      .preprocess(textsOf, z.array(z.unknown()))
      .transform((columns) => DESK_COLUMNS.filter((column) => columns.some((text) => isColumn(text) === column)))
      .refine((columns) => columns.length > 0),
  ),
  page: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .catch(1),
});
export type DeskQuery = z.infer<typeof DeskQuery>;

export const OrderNoteInput = z.object({ text: requiredText(2000, "write the note") });
export type OrderNoteInput = z.infer<typeof OrderNoteInput> & { orderId: number } & Seen;

/** With whom a parcel goes and under which number; what is left out stays as it is. */
export const ChangeParcelInput = z
  .strictObject({ courier: textField(80).optional(), tracking_number: textField(80).optional() })
  .refine(({ courier, tracking_number }) => courier !== undefined || tracking_number !== undefined, {
    path: ["courier"],
    message: "say the courier or the tracking number",
  });
export type ChangeParcelInput = z.infer<typeof ChangeParcelInput> & { orderId: number } & Seen;

const MOST_WRITTEN = 1000;

export const WriteToCustomerInput = z.object({ text: requiredText(MOST_WRITTEN, "write the message") });
export type WriteToCustomerInput = z.infer<typeof WriteToCustomerInput> & { orderId: number } & Seen;

const MAX_ID = 999_999_999_999_999;
const MOST_AT_ONCE = 100;

export const TakeStepsInput = z
  .object({
    step: z.enum(DESK_STEPS, `must be one of ${DESK_STEPS.join(", ")}`),
    order_ids: z
      .array(wholeNumber(1, MAX_ID))
      .min(1, "name at least one order")
      .max(MOST_AT_ONCE, `takes at most ${MOST_AT_ONCE} orders`),
    /** Who brings all of them; said where they are shipped. */
    courier: textField(80).optional(),
    tracking_numbers: z
      .array(z.object({ order_id: wholeNumber(1, MAX_ID), tracking_number: textField(80) }))
      .max(MOST_AT_ONCE)
      .optional(),
  })
  .refine(({ step, courier, tracking_numbers }) => step === "ship" || !(courier || tracking_numbers?.length), {
    path: ["courier"],
    message: "is said when orders are shipped",
  });

export const OrderNoteView = z.object({
  id: z.int(),
  text: z.string(),
  actor: z.string(),
  /** It was written to the customer, and no note among the staff. */
  is_message: z.boolean(),
  created_at: timeView,
});
export type OrderNoteView = z.infer<typeof OrderNoteView>;

/** What became of one order of many. */
export const StepTakenView = z.object({
  order_id: z.int(),
  order_number: z.string().nullable(),
  is_done: z.boolean(),
  status: z.enum(ORDER_STATES).nullable(),
  /** The refusal's code and words; null where it was done. */
  code: z.string().nullable(),
  detail: z.string().nullable(),
});
export type StepTakenView = z.infer<typeof StepTakenView>;

const id = z.coerce.number().pipe(wholeNumber(1, MAX_ID));
const seenOrder = { order_id: id, version: textField(64) };

/** The steps with one order as its page sends them. */
export const DeskStepForm = z
  .object({
    ...seenOrder,
    intent: z.enum([...DESK_STEPS, ...DESK_ENDS, "record_cash", "parcel"]),
    courier: textField(80).optional(),
    tracking_number: textField(80).optional(),
    reason: textField(500).default(""),
    goods: z.enum(["restock", "lost"]).optional(),
    payment_id: id.optional(),
  })
  .refine(({ intent, reason }) => intent !== "write_off" || reason !== "", {
    path: ["reason"],
    message: "why can the cash not be collected?",
  });

export type DeskStepForm = z.infer<typeof DeskStepForm>;

export const WrittenForm = z
  .object({ order_id: id, intent: z.enum(["note", "message"]), text: requiredText(2000, "write something") })
  .refine(({ intent, text }) => intent === "note" || text.length <= MOST_WRITTEN, {
    path: ["text"],
    message: "is too long",
  });
export type WrittenForm = z.infer<typeof WrittenForm>;

/** An amount as people type it: with commas, with Rs. */
export const typedAmount = z
  .string()
  .transform((text) => text.replace(/^\s*Rs\.?/i, "").replace(/[,\s]/g, ""))
  .pipe(amountField)
  .refine((text) => Number(text) > 0, "must be more than nothing");

/**
 * Chosen rows come as `order_12`, with the version that was drawn, and as `tracking_12` where they are shipped. Who brings
 * them is asked for between `ship` and `ship_now`.
 */
export const BulkStepsForm = z
  .looseObject({ step: z.enum([...DESK_STEPS, "ship_now", "back"]), courier: textField(80).optional() })
  .transform(({ step, courier, ...rest }) => ({
    step,
    courier,
    chosen: Object.entries(rest).flatMap(([name, version]) => {
      const [, orderId] = /^order_([1-9]\d{0,14})$/.exec(name) ?? [];
      if (!orderId || typeof version !== "string") return [];
      const { data: trackingNumber } = textField(80).safeParse(rest[`tracking_${orderId}`]);
      return [{ orderId: Number(orderId), ifMatch: [version], trackingNumber }];
    }),
  }))
  .refine(({ step, chosen }) => step === "back" || (chosen.length > 0 && chosen.length <= MOST_AT_ONCE), {
    path: ["chosen"],
    message: "choose",
  });
