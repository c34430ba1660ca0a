import { z } from "zod";
import { PROVINCE_SLUGS } from "@/lib/addresses/model";
import { ORDER_PAYMENT_STATES, ORDER_STATES, readOrderNumber, type Seen } from "@/lib/orders/model";
import { asksForWallet, PaymentMethodFields, PaymentView } from "@/lib/payments/schemas";
import {
  amountField,
  amountView,
  mobileField,
  PageQuery,
  requiredText,
  textField,
  timeView,
  wholeNumber,
} from "@/lib/shared/fields";

const discountCode = textField(40).optional();

export const PlaceOrderInput = z.object({
  shipping_address: requiredText(500, "where shall it be brought to?"),
  notes: textField(1000).default(""),
  customer_name: textField(120).default(""),
  customer_phone: textField(32).default(""),
  customer_email: z.union([z.literal(""), z.email("must be an e-mail address").max(254)]).default(""),
  shipping_province: textField(40).default(""),
  shipping_city: textField(80).default(""),
  shipping_area: textField(120).default(""),
  shipping_postal_code: textField(16).default(""),
  discount_code: discountCode,
  expected_total: amountField.optional(),
});
export type PlaceOrderInput = z.infer<typeof PlaceOrderInput>;

export const QuoteInput = z.object({ shipping_city: textField(80).default(""), discount_code: discountCode });
export type QuoteInput = z.infer<typeof QuoteInput>;

/** Which saved address a form chose; `new` is the one that is typed beside it. */
const addressId = z
  .string()
  .transform((text) => (text === "new" ? undefined : Number(text)))
  .pipe(wholeNumber(1, Number.MAX_SAFE_INTEGER).optional());

/** What a form tells of its price before all of it is filled in. */
export const CheckOutDraft = z.object({
  address_id: addressId.optional().catch(undefined),
  shipping_city: z.string().optional(),
  discount_code: z.string().optional(),
});
export type CheckOutDraft = z.infer<typeof CheckOutDraft>;

type Place = { address_id?: number; shipping_address: string; shipping_city: string };

/** Address and city are needed where no saved address is chosen; said together with what else is missing. */
const asksForPlace = <S extends z.ZodType<Place>>(schema: S): S =>
  (["shipping_address", "shipping_city"] as const).reduce(
    (form, path) =>
      form.refine((input) => input.address_id !== undefined || Boolean(input[path]), {
        path: [path],
        when: () => true,
        error: "where shall it be brought to?",
      }),
    schema,
  );

/** The checkout's form: whom the courier calls and finds is asked for here, as a person orders and no program. */
export const CheckOutForm = asksForWallet(
  asksForPlace(
    PlaceOrderInput.extend({
      form_key: z
        .string()
        .regex(/^\d{13}-[\da-f-]{36}$/)
        .optional(),
      customer_name: requiredText(120, "say a name"),
      customer_phone: mobileField,
      shipping_address: textField(500).default(""),
      shipping_province: z.enum(["", ...PROVINCE_SLUGS]).default(""),
      address_id: addressId.optional(),
      save_address: z.literal("yes").optional(),
      ...PaymentMethodFields,
    }),
  ),
);
export type CheckOutForm = z.infer<typeof CheckOutForm>;

export const CancelOrderInput = z.object({
  reason: textField(500).default(""),
  returned: z.boolean().default(false),
  restock: z.boolean().default(false),
});
export type CancelOrderInput = z.infer<typeof CancelOrderInput> & { orderId: number } & Seen;

export const WriteOffInput = z.object({
  reason: requiredText(500, "why can the cash not be collected?"),
  /** Whether the goods are in the stock again. */
  restock: z.boolean("must be true or false").default(false),
});
export type WriteOffInput = z.infer<typeof WriteOffInput> & { orderId: number } & Seen;

export const UpdateStatusInput = z.object({
  status: z.enum(ORDER_STATES, `must be one of ${ORDER_STATES.join(", ")}`),
  notes: textField(1000).default(""),
  courier: textField(80).optional(),
  tracking_number: textField(80).optional(),
});
export type UpdateStatusInput = z.infer<typeof UpdateStatusInput> & { orderId: number } & Seen;

export const ListOrdersQuery = PageQuery.extend({
  status: z.enum(ORDER_STATES).optional(),
  payment_status: z.enum(ORDER_PAYMENT_STATES).optional(),
  search: textField(100).optional(),
});
export type ListOrdersQuery = z.infer<typeof ListOrdersQuery>;

const orderNumberField = requiredText(40, "say the order's number").transform(readOrderNumber);

export const TrackOrderQuery = z.object({ order_number: orderNumberField, phone: requiredText(32, "say the phone") });
export type TrackOrderQuery = z.infer<typeof TrackOrderQuery>;

const OrderItemView = z.object({
  id: z.int(),
  product_item_code: z.string(),
  product_name: z.string(),
  product_name_ur: z.string(),
  quantity: z.int(),
  /** Pieces of it that came back after delivery. */
  returned: z.int(),
  unit_price: amountView,
  subtotal: amountView,
});

const StatusChangeView = z.object({
  from_status: z.enum(ORDER_STATES).nullable(),
  to_status: z.enum(ORDER_STATES),
  actor: z.string(),
  notes: z.string(),
  created_at: timeView,
});

export const OrderView = z.object({
  id: z.int(),
  order_number: z.string(),
  status: z.enum(ORDER_STATES),
  payment_status: z.enum(ORDER_PAYMENT_STATES),
  items_total: amountView,
  delivery_charge: amountView,
  discount: amountView,
  total_amount: amountView,
  paid_amount: amountView,
  refunded_amount: amountView,
  items: z.array(OrderItemView),
  payments: z.array(PaymentView),
  status_history: z.array(StatusChangeView),
  shipping_address: z.string(),
  shipping_province: z.string(),
  shipping_city: z.string(),
  shipping_area: z.string(),
  shipping_postal_code: z.string(),
  customer_name: z.string(),
  customer_phone: z.string(),
  customer_email: z.string(),
  notes: z.string(),
  courier: z.string(),
  tracking_number: z.string(),
  created_at: timeView,
  updated_at: timeView,
  completed_at: timeView.nullable(),
});
export type OrderView = z.infer<typeof OrderView>;

export const TrackedOrderView = z.object({
  order_number: z.string(),
  status: z.enum(ORDER_STATES),
  payment_status: z.enum(ORDER_PAYMENT_STATES),
  status_history: z.array(StatusChangeView.pick({ from_status: true, to_status: true, created_at: true })),
  courier: z.string(),
  tracking_number: z.string(),
  created_at: timeView,
});
export type TrackedOrderView = z.infer<typeof TrackedOrderView>;

export const QuoteView = z.object({
  items_total: amountView,
  delivery_charge: amountView,
  discount: amountView,
  total_amount: amountView,
  /** The sum of goods from which on this city's delivery is free; null where there is no such sum. */
  free_delivery_from: amountView.nullable(),
  /** No city was said, and delivery costs something else in some of them. */
  delivery_by_city: z.boolean(),
});
export type QuoteView = z.infer<typeof QuoteView>;

export const StatisticsView = z.object({
  total_orders: z.int(),
  pending_orders: z.int(),
  completed_orders: z.int(),
  total_spent: amountView,
  unpaid_amount: amountView,
});
