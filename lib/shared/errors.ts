/** Every refusal that the outside can meet, with its HTTP status. 5xx means "send it again", the others "do not". */
export const ERROR_STATUS = {
  invalid_input: 400,
  invalid_signature: 400,
  merchant_mismatch: 400,
  amount_mismatch: 400,
  currency_mismatch: 400,
  order_mismatch: 400,
  reset_link_invalid: 400,
  invitation_invalid: 400,
  not_signed_in: 401,
  forbidden: 403,
  cross_origin: 403,
  second_factor_required: 403,
  reauthentication_required: 403,
  not_found: 404,
  product_not_found: 404,
  item_not_found: 404,
  order_not_found: 404,
  payment_not_found: 404,
  review_item_not_found: 404,
  person_not_found: 404,
  invitation_not_found: 404,
  refund_request_not_found: 404,
  method_not_allowed: 405,
  email_taken: 409,
  already_there: 409,
  changed_meanwhile: 409,
  product_unavailable: 409,
  insufficient_stock: 409,
  quantity_limit: 409,
  cart_empty: 409,
  total_changed: 409,
  discount_code_used_up: 409,
  address_limit: 409,
  account_in_use: 409,
  last_administrator: 409,
  order_already_paid: 409,
  order_cancelled: 409,
  cash_not_possible: 409,
  call_first: 409,
  order_not_cancellable: 409,
  order_changed: 409,
  customer_unreachable: 409,
  not_returnable: 409,
  return_exceeds_order: 409,
  payment_in_progress: 409,
  payment_not_recordable: 409,
  not_refundable: 409,
  refund_exceeds_payment: 409,
  refund_exceeds_order: 409,
  refund_in_progress: 409,
  refund_refused: 409,
  duplicate_refund: 409,
  approval_required: 409,
  refund_request_closed: 409,
  review_item_closed: 409,
  invalid_transition: 409,
  gateway_reference_reused: 409,
  request_in_progress: 409,
  idempotency_key_reused: 409,
  conflict: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  too_many_requests: 429,
  internal_error: 500,
  gateway_unavailable: 503,
  database_unavailable: 503,
  not_configured: 503,
  pictures_unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

type FieldError = { path: string; message: string };

/** `reason` is a word for programs where a code covers several cases. */
type Extra = { errors?: FieldError[]; reason?: string; [member: string]: unknown };

/** An expected refusal. Its detail is for people; `extra` becomes members of the problem document. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    detail: string,
    readonly extra: Extra = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(detail);
    this.name = "AppError";
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

/** Bad input in one field, said by the field. */
export const invalidField = (path: string, message: string): AppError =>
  new AppError("invalid_input", message, { errors: [{ path, message }] });
