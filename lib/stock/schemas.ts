import { z } from "zod";
import { formKeyField, textField, wholeNumber } from "@/lib/shared/fields";
import { MOST_STOCK, needsReason, STOCK_CHANGE_KINDS, STOCK_REASONS, type StockChangeKind } from "@/lib/stock/model";

const pieces = wholeNumber(0, MOST_STOCK);

/** A count names the stock that was seen before it: where sales have changed it since, it is counted anew. */
const needsWhatWasSeen = ({ kind, seen }: { kind: string; seen?: number }) => kind !== "counted" || seen !== undefined;
const movesSome = ({ kind, pieces }: { kind: string; pieces: number }) => kind === "counted" || pieces > 0;
const saysWhy = ({ kind, reason }: { kind: StockChangeKind; reason: string }) => !needsReason(kind) || reason !== "";

const SEEN = { path: ["seen"], message: "say the stock that was seen before the count" };
const SOME = { path: ["pieces"], message: "must be at least 1" };
const WHY = { path: ["reason"], message: "say what happened" };

export const ChangeStockInput = z
  .object({
    kind: z.enum(STOCK_REASONS),
    pieces,
    seen: pieces.optional(),
    reason: textField(500).default(""),
  })
  .refine(needsWhatWasSeen, SEEN)
  .refine(movesSome, SOME)
  .refine(saysWhy, WHY);
export type ChangeStockInput = z.infer<typeof ChangeStockInput>;

const typedPieces = z
  .string()
  .transform((text) => Number(text.replace(/[,\s]/g, "") || Number.NaN))
  .pipe(pieces);

/** The same as its form sends it. */
export const ChangeStockForm = z
  .object({
    item_code: z.string(),
    form_key: formKeyField,
    kind: z.enum(STOCK_REASONS),
    pieces: typedPieces,
    seen: typedPieces.optional(),
    reason: textField(500).default(""),
  })
  .refine(needsWhatWasSeen, SEEN)
  .refine(movesSome, SOME)
  .refine(saysWhy, WHY);

export const StockChangeView = z.object({
  id: z.int(),
  kind: z.enum(STOCK_CHANGE_KINDS),
  pieces: z.int(),
  stock_after: z.int(),
  /** Pieces that orders took between the change before and this one; below 0 where more came back from them. */
  ordered: z.int(),
  reason: z.string(),
  actor: z.string(),
  actor_email: z.string().nullable(),
  order_id: z.int().nullable(),
  created_at: z.iso.datetime(),
});
export type StockChangeView = z.infer<typeof StockChangeView>;
