import { STOCK_REASONS } from "@/lib/stock/model";
import { REVIEW_ACTIONS, type ReviewAction } from "@/lib/reviews/model";

/** All that the log can say was done: what it is about, and what became of it. */
export const AUDIT_ACTIONS = [
  ...(["step", "cancel", "write_off", "note", "write", "call", "return", "parcel", "look"] as const).map(
    (name) => `order.${name}` as const,
  ),
  "orders.look",
  ...(["record_cash", "refund", "give_back", "replay", "inquire"] as const).map((name) => `payment.${name}` as const),
  ...(["request", "approve", "decline"] as const).map((name) => `refund.${name}` as const),
  "review.take",
  ...[...new Set<ReviewAction>(Object.values(REVIEW_ACTIONS).flat())].map((name) => `review.${name}` as const),
  ...(["upload", "columns", "match_again"] as const).map((name) => `settlement.${name}` as const),
  ...(["create", "change", "import_tried", "import"] as const).map((name) => `product.${name}` as const),
  ...STOCK_REASONS.map((name) => `stock.${name}` as const),
  "picture.upload",
  "category.create",
  "category.rename",
  ...(["create", "change", "remove"] as const).map((name) => `zone.${name}` as const),
  "code.create",
  "code.change",
  "carts.look",
  "carts.expire",
  "people.look",
  ...(["role", "disable", "enable", "sign_out", "reset_second_factor", "look"] as const).map(
    (name) => `person.${name}` as const,
  ),
  ...(["send", "resend", "withdraw", "accept"] as const).map((name) => `invitation.${name}` as const),
  "administrator.create",
  "second_factor.on",
  "second_factor.off",
  "session.confirm",
  "settings.change",
  "export.begin",
  "export.end",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What an action is about: the part of its name that several share. */
export const aboutOf = (action: string): string => action.split(".")[0] ?? "";

/** A value that was written down with an action. */
export type AuditValue = string | number | boolean | null | undefined;

type Facts = Record<string, Exclude<AuditValue, undefined>>;
type AuditChange = { field: string; before: AuditValue; after: AuditValue };

const isEmpty = (value: AuditValue): boolean => value === null || value === undefined || value === "";

/** Each field that is another one now: what it was, and what it is. */
export function changesIn(before: Facts | null, after: Facts | null): AuditChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .map((field) => ({ field, before: before?.[field], after: after?.[field] }))
    .filter((change) => change.before !== change.after && !(isEmpty(change.before) && isEmpty(change.after)));
}

/** What only machines read: rows that have no page of their own. */
const UNTOLD = new Set(["note", "refund", "return", "request", "event", "hash", "review", "settlement_row", "file"]);

/** What else was written down, without what the change or the subject's name says already. */
export function detailsBeside(
  details: Facts,
  changes: readonly AuditChange[],
  subject: string,
): [string, AuditValue][] {
  const said = new Set<AuditValue>([subject, ...changes.flatMap(({ before, after }) => [before, after])]);
  return Object.entries(details).filter(
    ([field, value]) => !UNTOLD.has(field) && !isEmpty(value) && !(typeof value === "string" && said.has(value)),
  );
}

const PEOPLE = new Set(["user", "invited_by", "requested_by", "owner"]);

/** The subject that a field's number stands for, or null. */
export function subjectIn(field: string, value: AuditValue): string | null {
  if (typeof value === "string" && /^user:\d+$/.test(value)) return value;
  if (typeof value !== "number") return null;
  if (PEOPLE.has(field)) return `user:${value}`;
  return field === "payment" ? `payment:${value}` : null;
}
