CREATE TYPE "public"."cart_line_end" AS ENUM('removed', 'ordered', 'expired', 'put_back');--> statement-breakpoint
CREATE TYPE "public"."locale" AS ENUM('en', 'ur');--> statement-breakpoint
CREATE TYPE "public"."order_payment_status" AS ENUM('unpaid', 'paid', 'partially_refunded', 'refunded');--> statement-breakpoint
CREATE TYPE "public"."order_status" AS ENUM('pending', 'confirmed', 'in_progress', 'shipped', 'delivered', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."money_account" AS ENUM('customer', 'gateway', 'courier', 'bank', 'fee', 'tax_withheld');--> statement-breakpoint
CREATE TYPE "public"."payment_event_channel" AS ENUM('form', 'callback', 'return', 'inquiry', 'wallet', 'refund');--> statement-breakpoint
CREATE TYPE "public"."money_movement_kind" AS ENUM('payment', 'refund', 'cash_collected', 'cash_returned', 'settled', 'fee', 'tax');--> statement-breakpoint
CREATE TYPE "public"."payment_method" AS ENUM('jazzcash', 'jazzcash_wallet', 'cash_on_delivery');--> statement-breakpoint
CREATE TYPE "public"."payment_status" AS ENUM('pending', 'processing', 'completed', 'failed', 'cancelled', 'expired', 'partially_refunded', 'refunded');--> statement-breakpoint
CREATE TYPE "public"."refund_status" AS ENUM('processing', 'completed', 'failed');--> statement-breakpoint
CREATE TYPE "public"."review_kind" AS ENUM('amount_differs', 'paid_twice', 'late_success', 'do_not_collect', 'give_back_stuck', 'refund_unknown', 'reference_reused', 'after_sale_code', 'unknown_field', 'confirmation_differs', 'settlement_differs');--> statement-breakpoint
CREATE TYPE "public"."user_role" AS ENUM('customer', 'staff', 'admin');--> statement-breakpoint
CREATE TABLE "cart_items" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "cart_items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"cart_id" bigint NOT NULL,
	"product_id" bigint NOT NULL,
	"quantity" integer NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"ended_as" "cart_line_end",
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cart_items_quantity_in_range" CHECK ("cart_items"."quantity" between 1 and 1000)
);
--> statement-breakpoint
CREATE TABLE "carts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "carts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "carts_one_per_user" UNIQUE("user_id")
);
--> statement-breakpoint
CREATE TABLE "categories" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "categories_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"name_ur" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "categories_unique_slug" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "products_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"item_code" text NOT NULL,
	"name" text NOT NULL,
	"name_ur" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"description_ur" text DEFAULT '' NOT NULL,
	"category_id" bigint NOT NULL,
	"price_paisa" bigint NOT NULL,
	"stock" integer DEFAULT 0 NOT NULL,
	"image_url" text,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "products_unique_item_code" UNIQUE("item_code"),
	CONSTRAINT "products_stock_not_negative" CHECK ("products"."stock" >= 0),
	CONSTRAINT "products_price_in_range" CHECK ("products"."price_paisa" between 1 and 10000000000)
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"details" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"user_id" bigint NOT NULL,
	"route" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"result_id" bigint,
	"result_status" integer,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_one_use" PRIMARY KEY("user_id","route","key"),
	CONSTRAINT "idempotency_keys_only_successes" CHECK ("idempotency_keys"."result_status" between 200 and 299)
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"resets_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery_zones" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "delivery_zones_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"city" text NOT NULL,
	"charge_paisa" bigint NOT NULL,
	"free_from_paisa" bigint,
	CONSTRAINT "delivery_zones_one_per_city" UNIQUE("city"),
	CONSTRAINT "delivery_zones_city_in_lower_case" CHECK ("delivery_zones"."city" = lower("delivery_zones"."city")),
	CONSTRAINT "delivery_zones_charge_not_negative" CHECK ("delivery_zones"."charge_paisa" >= 0),
	CONSTRAINT "delivery_zones_threshold_not_negative" CHECK ("delivery_zones"."free_from_paisa" >= 0)
);
--> statement-breakpoint
CREATE TABLE "discount_codes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "discount_codes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"percent" integer,
	"amount_paisa" bigint,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"max_uses" integer,
	"max_uses_per_user" integer,
	"uses" integer DEFAULT 0 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "discount_codes_unique_code" UNIQUE("code"),
	CONSTRAINT "discount_codes_percent_or_amount" CHECK (("discount_codes"."percent" is null) <> ("discount_codes"."amount_paisa" is null)),
	CONSTRAINT "discount_codes_percent_in_range" CHECK ("discount_codes"."percent" between 1 and 100),
	CONSTRAINT "discount_codes_amount_positive" CHECK ("discount_codes"."amount_paisa" > 0),
	CONSTRAINT "discount_codes_uses_within_limit" CHECK ("discount_codes"."uses" between 0 and coalesce("discount_codes"."max_uses", 2147483647))
);
--> statement-breakpoint
CREATE TABLE "order_items" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "order_items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"order_id" bigint NOT NULL,
	"product_id" bigint NOT NULL,
	"product_item_code" text NOT NULL,
	"product_name" text NOT NULL,
	"product_name_ur" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price_paisa" bigint NOT NULL,
	CONSTRAINT "order_items_one_line_per_product" UNIQUE("order_id","product_id"),
	CONSTRAINT "order_items_quantity_in_range" CHECK ("order_items"."quantity" between 1 and 1000),
	CONSTRAINT "order_items_price_not_negative" CHECK ("order_items"."unit_price_paisa" >= 0)
);
--> statement-breakpoint
CREATE TABLE "order_status_history" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "order_status_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"order_id" bigint NOT NULL,
	"from_status" "order_status",
	"to_status" "order_status" NOT NULL,
	"actor" text NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "orders_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"order_number" text NOT NULL,
	"status" "order_status" DEFAULT 'pending' NOT NULL,
	"payment_status" "order_payment_status" DEFAULT 'unpaid' NOT NULL,
	"items_paisa" bigint NOT NULL,
	"delivery_paisa" bigint NOT NULL,
	"discount_paisa" bigint NOT NULL,
	"total_paisa" bigint NOT NULL,
	"paid_paisa" bigint DEFAULT 0 NOT NULL,
	"refunded_paisa" bigint DEFAULT 0 NOT NULL,
	"discount_code_id" bigint,
	"locale" "locale" DEFAULT 'en' NOT NULL,
	"customer_name" text DEFAULT '' NOT NULL,
	"customer_phone" text DEFAULT '' NOT NULL,
	"customer_email" text DEFAULT '' NOT NULL,
	"shipping_address" text NOT NULL,
	"shipping_city" text DEFAULT '' NOT NULL,
	"shipping_postal_code" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"cancelled_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"completed_at" timestamp with time zone,
	CONSTRAINT "orders_unique_number" UNIQUE("order_number"),
	CONSTRAINT "orders_total_is_the_sum" CHECK ("orders"."total_paisa" = "orders"."items_paisa" + "orders"."delivery_paisa" - "orders"."discount_paisa"),
	CONSTRAINT "orders_amounts_not_negative" CHECK (least("orders"."items_paisa", "orders"."delivery_paisa", "orders"."discount_paisa", "orders"."total_paisa", "orders"."paid_paisa", "orders"."refunded_paisa") >= 0),
	CONSTRAINT "orders_refunds_within_payment" CHECK ("orders"."refunded_paisa" <= "orders"."paid_paisa"),
	CONSTRAINT "orders_payment_status_follows_money" CHECK ("orders"."payment_status" = case when "orders"."paid_paisa" = 0 then 'unpaid' when "orders"."refunded_paisa" = 0 then 'paid'
        when "orders"."refunded_paisa" < "orders"."paid_paisa" then 'partially_refunded' else 'refunded' end::order_payment_status),
	CONSTRAINT "orders_cancelled_by_somebody" CHECK (("orders"."status" = 'cancelled') = ("orders"."cancelled_by" is not null)),
	CONSTRAINT "orders_completed_when_delivered" CHECK (("orders"."status" = 'delivered') = ("orders"."completed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "money_movements" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "money_movements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"from_account" "money_account" NOT NULL,
	"to_account" "money_account" NOT NULL,
	"amount_paisa" bigint NOT NULL,
	"kind" "money_movement_kind" NOT NULL,
	"reference" text NOT NULL,
	"payment_id" bigint NOT NULL,
	"refund_id" bigint,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "money_movements_unique_reference" UNIQUE("reference"),
	CONSTRAINT "money_movements_amount_positive" CHECK ("money_movements"."amount_paisa" > 0),
	CONSTRAINT "money_movements_between_two_accounts" CHECK ("money_movements"."from_account" <> "money_movements"."to_account")
);
--> statement-breakpoint
CREATE TABLE "payment_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "payment_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"payment_id" bigint,
	"transaction_id" text,
	"channel" "payment_event_channel" NOT NULL,
	"is_outgoing" boolean NOT NULL,
	"fields" jsonb NOT NULL,
	"decision" text NOT NULL,
	"refusal" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "payments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"order_id" bigint NOT NULL,
	"transaction_id" text NOT NULL,
	"payment_method" "payment_method" NOT NULL,
	"amount_paisa" bigint NOT NULL,
	"refunded_paisa" bigint DEFAULT 0 NOT NULL,
	"status" "payment_status" DEFAULT 'pending' NOT NULL,
	"is_surplus" boolean DEFAULT false NOT NULL,
	"response_code" text,
	"response_message" text,
	"gateway_reference" text,
	"gateway_txn_type" text,
	"voucher_number" text,
	"last_inquired_at" timestamp with time zone,
	"inquiry_count" integer DEFAULT 0 NOT NULL,
	"inquiry_wanted_at" timestamp with time zone,
	"unknown_count" integer DEFAULT 0 NOT NULL,
	"unknown_at" timestamp with time zone,
	"called_pending" boolean DEFAULT false NOT NULL,
	"ended_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"sent_expires_at" timestamp with time zone,
	"notes" text DEFAULT '' NOT NULL,
	"completed_at" timestamp with time zone,
	CONSTRAINT "payments_unique_transaction_id" UNIQUE("transaction_id"),
	CONSTRAINT "payments_amount_positive" CHECK ("payments"."amount_paisa" > 0),
	CONSTRAINT "payments_refunds_within_amount" CHECK ("payments"."refunded_paisa" between 0 and "payments"."amount_paisa"),
	CONSTRAINT "payments_status_follows_refunds" CHECK (case when "payments"."refunded_paisa" = 0 then "payments"."status" not in ('partially_refunded', 'refunded')
        else "payments"."status" = case when "payments"."refunded_paisa" < "payments"."amount_paisa" then 'partially_refunded' else 'refunded' end::payment_status end),
	CONSTRAINT "payments_completed_has_its_time" CHECK (("payments"."status" in ('completed', 'partially_refunded', 'refunded')) = ("payments"."completed_at" is not null)),
	CONSTRAINT "payments_only_cash_never_expires" CHECK (("payments"."payment_method" = 'cash_on_delivery') = ("payments"."expires_at" is null)),
	CONSTRAINT "payments_cash_is_never_asked_about" CHECK ("payments"."payment_method" <> 'cash_on_delivery' or ("payments"."last_inquired_at" is null and "payments"."status" not in ('processing', 'failed', 'expired'))),
	CONSTRAINT "payments_surplus_was_taken" CHECK (not "payments"."is_surplus" or "payments"."completed_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "refunds_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"payment_id" bigint NOT NULL,
	"amount_paisa" bigint NOT NULL,
	"status" "refund_status" DEFAULT 'processing' NOT NULL,
	"reason" text NOT NULL,
	"gateway_code" text,
	"gateway_message" text,
	"actor" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"completed_at" timestamp with time zone,
	CONSTRAINT "refunds_amount_positive" CHECK ("refunds"."amount_paisa" > 0),
	CONSTRAINT "refunds_completed_has_its_time" CHECK (("refunds"."status" = 'completed') = ("refunds"."completed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "review_items" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "review_items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" "review_kind" NOT NULL,
	"payment_id" bigint NOT NULL,
	"facts" jsonb NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" text,
	"resolution" text,
	CONSTRAINT "review_items_closed_by_somebody_with_words" CHECK (num_nulls("review_items"."closed_at", "review_items"."closed_by", "review_items"."resolution") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"user_id" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "users_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"email" text,
	"name" text NOT NULL,
	"phone" text,
	"role" "user_role" DEFAULT 'customer' NOT NULL,
	"is_guest" boolean DEFAULT false NOT NULL,
	"password_hash" text,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "users_guests_have_no_email" CHECK ("users"."is_guest" = ("users"."email" is null)),
	CONSTRAINT "users_guests_are_customers" CHECK (not "users"."is_guest" or "users"."role" = 'customer')
);
--> statement-breakpoint
ALTER TABLE "cart_items" ADD CONSTRAINT "cart_items_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_items" ADD CONSTRAINT "cart_items_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_status_history" ADD CONSTRAINT "order_status_history_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_discount_code_id_discount_codes_id_fk" FOREIGN KEY ("discount_code_id") REFERENCES "public"."discount_codes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_movements" ADD CONSTRAINT "money_movements_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_movements" ADD CONSTRAINT "money_movements_refund_id_refunds_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refunds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_events" ADD CONSTRAINT "payment_events_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "cart_items_one_line_per_product" ON "cart_items" USING btree ("cart_id","product_id") WHERE "cart_items"."is_active";--> statement-breakpoint
CREATE INDEX "cart_items_cart_id" ON "cart_items" USING btree ("cart_id");--> statement-breakpoint
CREATE INDEX "cart_items_product_id" ON "cart_items" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "cart_items_to_expire" ON "cart_items" USING btree ("created_at") WHERE "cart_items"."is_active";--> statement-breakpoint
CREATE INDEX "products_category_id" ON "products" USING btree ("category_id");--> statement-breakpoint
CREATE INDEX "products_by_price" ON "products" USING btree ("price_paisa","id");--> statement-breakpoint
CREATE INDEX "products_by_name" ON "products" USING btree (lower("name"),"id");--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "audit_log" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "audit_log_created_at" ON "audit_log" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_at" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "rate_limits_resets_at" ON "rate_limits" USING btree ("resets_at");--> statement-breakpoint
CREATE INDEX "order_items_product_id" ON "order_items" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "order_status_history_order_id" ON "order_status_history" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "orders_by_user" ON "orders" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "orders_discount_code_id" ON "orders" USING btree ("discount_code_id") WHERE "orders"."discount_code_id" is not null;--> statement-breakpoint
CREATE INDEX "orders_unpaid" ON "orders" USING btree ("id") WHERE "orders"."status" = 'pending' and "orders"."payment_status" = 'unpaid';--> statement-breakpoint
CREATE INDEX "money_movements_payment_id" ON "money_movements" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "money_movements_refund_id" ON "money_movements" USING btree ("refund_id") WHERE "money_movements"."refund_id" is not null;--> statement-breakpoint
CREATE INDEX "payment_events_payment_id" ON "payment_events" USING btree ("payment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_unique_gateway_reference" ON "payments" USING btree ("gateway_reference");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_live_per_order" ON "payments" USING btree ("order_id") WHERE "payments"."status" in ('pending', 'processing');--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_counted_per_order" ON "payments" USING btree ("order_id") WHERE "payments"."status" in ('completed', 'partially_refunded', 'refunded') and not "payments"."is_surplus";--> statement-breakpoint
CREATE INDEX "payments_order_id" ON "payments" USING btree ("order_id","id");--> statement-breakpoint
CREATE INDEX "payments_to_inquire" ON "payments" USING btree ("created_at") WHERE "payments"."payment_method" <> 'cash_on_delivery' and "payments"."ended_at" is null and "payments"."status" in ('pending', 'processing', 'cancelled');--> statement-breakpoint
CREATE INDEX "payments_inquiry_wanted" ON "payments" USING btree ("inquiry_wanted_at") WHERE "payments"."completed_at" is null and "payments"."inquiry_wanted_at" > coalesce("payments"."last_inquired_at", '-infinity');--> statement-breakpoint
CREATE INDEX "payments_to_confirm" ON "payments" USING btree ("completed_at") WHERE "payments"."payment_method" <> 'cash_on_delivery' and "payments"."confirmed_at" is null and "payments"."completed_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_one_processing_per_payment" ON "refunds" USING btree ("payment_id") WHERE "refunds"."status" = 'processing';--> statement-breakpoint
CREATE INDEX "refunds_payment_id" ON "refunds" USING btree ("payment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_items_one_open_of_a_kind" ON "review_items" USING btree ("payment_id","kind") WHERE "review_items"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "review_items_payment_id" ON "review_items" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "sessions_user_id" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_expires_at" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_one_account_per_email" ON "users" USING btree (lower("email"));