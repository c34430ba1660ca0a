type Row = Record<string, string | number | boolean | null>;

/** Copies of a table's valid row that together break one rule: each with what is different in it. */
export type Breach = { of: string; rows: Row[] };

const breach = (of: string, ...rows: Row[]): Breach => ({ of, rows: rows.length > 0 ? rows : [{}] });

const TIME = "2026-11-25T08:00:00Z";
const GUEST = { is_guest: true, email: null };
const TAKEN = { status: "completed", completed_at: TIME, gateway_reference: null };

/** How each check and each uniqueness of the tables is broken, by the name of the rule. */
export const BREACHES: Record<string, Breach> = {
  users_one_account_per_email: breach("users", { email: "SOMEBODY@EXAMPLE.COM" }),
  users_guests_have_no_email: breach("users", { is_guest: true }),
  users_guests_are_customers: breach("users", { ...GUEST, role: "staff" }),
  users_one_guest_per_browser: breach("users", { ...GUEST, guest_key: "\\x01" }, { ...GUEST, guest_key: "\\x01" }),
  users_only_guests_have_a_key: breach("users", { email: "other@example.com", guest_key: "\\x01" }),
  users_only_guests_merge: breach("users", { email: "other@example.com", merged_into_id: 1 }),
  users_deleted_name_nobody: breach("users", { email: null, deleted_at: TIME }),

  categories_unique_slug: breach("categories"),
  products_unique_item_code: breach("products"),
  products_one_spelling_per_item_code: breach("products", { item_code: "OTHER" }, { item_code: "other" }),
  products_stock_not_negative: breach("products", { stock: -1 }),
  products_price_in_range: breach("products", { price_paisa: 0 }),
  products_option_has_its_name: breach("products", { item_code: "OTHER", group_code: "tea" }),
  products_one_option_per_group: breach(
    "products",
    { item_code: "OTHER", group_code: "tea", option_name: "1 kg", option_name_ur: "1 کلو" },
    { item_code: "ANOTHER", group_code: "tea", option_name: "1 kg", option_name_ur: "1 کلو" },
  ),

  carts_one_per_user: breach("carts"),
  cart_items_one_line_per_product: breach("cart_items", { is_active: true }, { is_active: true }),
  cart_items_quantity_in_range: breach("cart_items", { quantity: 1001 }),

  delivery_zones_one_per_city: breach("delivery_zones"),
  delivery_zones_city_in_lower_case: breach("delivery_zones", { city: "Multan" }),
  delivery_zones_charge_not_negative: breach("delivery_zones", { charge_paisa: -1 }),
  delivery_zones_threshold_not_negative: breach("delivery_zones", { free_from_paisa: -1 }),
  discount_codes_unique_code: breach("discount_codes"),
  discount_codes_percent_or_amount: breach("discount_codes", { amount_paisa: 100 }),
  discount_codes_percent_in_range: breach("discount_codes", { percent: 101 }),
  discount_codes_amount_positive: breach("discount_codes", { percent: null, amount_paisa: 0 }),
  discount_codes_uses_within_limit: breach("discount_codes", { uses: 2, max_uses: 1 }),

  orders_unique_number: breach("orders"),
  orders_total_is_the_sum: breach("orders", { total_paisa: 1 }),
  orders_amounts_not_negative: breach("orders", {
    items_paisa: 0,
    discount_paisa: 1,
    delivery_paisa: 0,
    total_paisa: -1,
  }),
  orders_refunds_within_payment: breach("orders", { paid_paisa: 1, refunded_paisa: 2, payment_status: "refunded" }),
  orders_payment_status_follows_money: breach("orders", { payment_status: "paid" }),
  orders_cancelled_by_somebody: breach("orders", { status: "cancelled" }),
  orders_completed_when_delivered: breach("orders", { status: "delivered" }),
  order_items_one_line_per_product: breach("order_items"),
  order_items_quantity_in_range: breach("order_items", { quantity: 0 }),
  order_items_price_not_negative: breach("order_items", { unit_price_paisa: -1 }),

  payments_unique_transaction_id: breach("payments"),
  payments_unique_gateway_reference: breach("payments", { transaction_id: "T2" }),
  payments_one_live_per_order: breach("payments", { transaction_id: "T2", gateway_reference: null }),
  payments_one_counted_per_order: breach(
    "payments",
    { ...TAKEN, transaction_id: "T2" },
    { ...TAKEN, transaction_id: "T3" },
  ),
  payments_accepted_amount_was_taken: breach("payments", {
    transaction_id: "T2",
    gateway_reference: null,
    status: "failed",
    accepted_paisa: 1,
  }),
  payments_given_back_was_taken: breach("payments", {
    transaction_id: "T2",
    gateway_reference: null,
    status: "failed",
    give_back_wanted_at: TIME,
  }),
  payments_amount_positive: breach("payments", { amount_paisa: 0 }),
  payments_refunds_within_amount: breach("payments", {
    ...TAKEN,
    status: "refunded",
    amount_paisa: 1,
    refunded_paisa: 2,
  }),
  payments_status_follows_refunds: breach("payments", { ...TAKEN, status: "refunded" }),
  payments_completed_has_its_time: breach("payments", { status: "completed" }),
  payments_only_cash_never_expires: breach("payments", { expires_at: null }),
  payments_cash_is_never_asked_about: breach("payments", {
    payment_method: "cash_on_delivery",
    expires_at: null,
    last_inquired_at: TIME,
  }),
  payments_surplus_was_taken: breach("payments", { is_surplus: true }),

  refunds_amount_positive: breach("refunds", { amount_paisa: 0 }),
  refunds_completed_has_its_time: breach("refunds", { status: "completed" }),
  refunds_one_processing_per_payment: breach("refunds"),
  money_movements_unique_reference: breach("money_movements"),
  money_movements_amount_positive: breach("money_movements", { amount_paisa: 0 }),
  money_movements_between_two_accounts: breach("money_movements", { to_account: "customer" }),
  money_movements_of_something: breach("money_movements", { reference: "other", payment_id: null }),
  review_items_one_open_of_a_kind: breach("review_items"),
  review_items_closed_by_somebody_with_words: breach("review_items", { closed_at: TIME }),

  outgoing_messages_one_per_event: breach("outgoing_messages"),
  outgoing_messages_end_once: breach("outgoing_messages", { event: "other", sent_at: TIME, given_up_at: TIME }),
  outgoing_messages_to_somebody: breach("outgoing_messages", { event: "other", recipient: "" }),

  users_second_factor_has_a_secret: breach("users", { email: "other@example.com", totp_confirmed_at: TIME }),
  orders_called_by_somebody: breach("orders", { called_at: TIME }),
  order_items_returned_within_ordered: breach("order_items", { returned: 3 }),
  review_items_about_something: breach("review_items", { kind: "late_success", payment_id: null }),
  review_items_one_per_settlement_row: breach(
    "review_items",
    { payment_id: null, settlement_row_id: 1 },
    { payment_id: null, settlement_row_id: 1 },
  ),
  stock_changes_of_some_pieces: breach("stock_changes", { pieces: 0 }),
  pictures_known_by_their_hash: breach("pictures", { hash: "cat" }),
  pictures_have_a_size: breach("pictures", { hash: "b".repeat(64), width: 0 }),
  settlement_files_each_once: breach("settlement_files"),
  settlement_rows_one_per_line: breach("settlement_rows"),
  settlement_rows_settled_once: breach("settlement_rows", { line: 3 }),
  settlement_rows_add_up: breach("settlement_rows", { line: 3, outcome: "repeated", fee_paisa: 1 }),
  settlement_rows_signs_go_together: breach("settlement_rows", {
    line: 3,
    outcome: "repeated",
    gross_paisa: -1,
    fee_paisa: -2,
    tax_paisa: 0,
    net_paisa: 1,
  }),
  settlement_rows_matched_or_missing: breach("settlement_rows", { line: 3, payment_id: null }),
  shop_settings_are_one_row: breach("shop_settings", { is_only: false }),
  shop_settings_in_range: breach("shop_settings", { low_stock_below: -1 }),
  invitations_are_for_staff: breach("invitations", { token_hash: "\\x02", role: "customer" }),
  refund_lines_quantity_positive: breach("refund_lines", { quantity: 0 }),
  return_lines_quantity_positive: breach("return_lines", { quantity: 0 }),
  refund_requests_one_open_per_payment: breach("refund_requests"),
  refund_requests_amount_positive: breach("refund_requests", { amount_paisa: 0 }),
  refund_requests_decided_by_somebody: breach("refund_requests", { decided_at: TIME }),
  refund_requests_approved_by_another: breach("refund_requests", {
    decided_at: TIME,
    decided_by: 1,
    requested_by: 1,
    decision: "approved",
  }),

  idempotency_keys_only_successes: breach("idempotency_keys", { result_status: 409 }),
};

/** What must differ in a second row of a table, so that it breaks none of these rules. */
export const DIFFERENT: Record<string, Row> = {
  users: GUEST,
  sessions: { token_hash: "\\x02" },
  password_resets: { token_hash: "\\x02" },
  outgoing_messages: { event: "other" },
  products: { item_code: "OTHER" },
  orders: { order_number: "OTHER" },
  payments: { transaction_id: "T2", gateway_reference: null },
  money_movements: { reference: "other" },
  pictures: { hash: "b".repeat(64) },
  picture_files: { width: 20 },
  settlement_files: { content_hash: "other" },
  settlement_rows: { line: 3, outcome: "repeated" },
  invitations: { token_hash: "\\x02" },
  recovery_codes: { code_hash: "\\x02" },
  refund_requests: { decided_at: TIME, decided_by: 1, decision: "declined" },
  review_items: { kind: "late_success" },
};
