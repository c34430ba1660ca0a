import { z } from "zod";
import type { Seen } from "@/lib/orders/model";
import { RefundView } from "@/lib/refunds/schemas";
import { amountField, requiredText, timeView, wholeNumber } from "@/lib/shared/fields";

const MAX_ID = 999_999_999_999_999;
const MOST_LINES = 1000;

const ReturnedLine = z.object({
  order_item_id: wholeNumber(1, MAX_ID),
  quantity: wholeNumber(1, 1000),
  /** Whether the pieces can be sold again. */
  restock: z.boolean("must be true or false"),
});

const ReturnLinesFields = z.object({
  lines: z
    .array(ReturnedLine)
    .min(1, "say what came back")
    .max(MOST_LINES)
    .refine((lines) => new Set(lines.map((line) => line.order_item_id)).size === lines.length, "names a line twice"),
  reason: requiredText(500, "why did it come back?"),
  /** Gives their price back as well; an administrator's alone. */
  refund: z.boolean().default(false),
  /** Another sum than the price of what came back. */
  amount: amountField.refine((text) => Number(text) > 0, "must be more than nothing").optional(),
});
export const ReturnLinesInput = ReturnLinesFields.refine(({ refund, amount }) => refund || amount === undefined, {
  path: ["amount"],
  message: "is said with refund: true alone",
});
export type ReturnLinesInput = z.infer<typeof ReturnLinesInput> & { orderId: number } & Seen;

export const ReturnView = z.object({
  id: z.int(),
  order_id: z.int(),
  reason: z.string(),
  actor: z.string(),
  lines: z.array(
    z.object({
      order_item_id: z.int(),
      product_item_code: z.string(),
      product_name: z.string(),
      product_name_ur: z.string(),
      quantity: z.int(),
      restock: z.boolean(),
    }),
  ),
  refund: RefundView.nullable(),
  created_at: timeView,
});
export type ReturnView = z.infer<typeof ReturnView>;

const id = z.coerce.number().pipe(wholeNumber(1, MAX_ID));

/** Pieces come as `pieces_12`, by the order's line, and `lost_12` where they cannot be sold again. */
export const ReturnForm = z
  .looseObject({
    order_id: id,
    version: z.string(),
    reason: requiredText(500, "why did it come back?"),
    refund: z.literal("yes").optional(),
    password: z.string().optional(),
  })
  .transform(({ order_id: orderId, version, reason, refund, password, ...rest }) => ({
    password,
    orderId,
    ifMatch: [version],
    reason,
    refund: refund === "yes",
    lines: Object.entries(rest).flatMap(([name, pieces]) => {
      const [, item] = /^pieces_([1-9]\d{0,14})$/.exec(name) ?? [];
      if (!item || Number(pieces) === 0) return [];
      return [{ order_item_id: Number(item), quantity: Number(pieces), restock: rest[`lost_${item}`] === undefined }];
    }),
  }))
  .refine(
    ({ lines }) => lines.length > 0 && lines.every(({ quantity }) => Number.isInteger(quantity) && quantity > 0),
    {
      path: ["lines"],
      message: "say how many pieces came back",
    },
  );
export type ReturnForm = z.infer<typeof ReturnForm>;
