CREATE TYPE "public"."refund_decision" AS ENUM('approved', 'declined');--> statement-breakpoint
CREATE TYPE "public"."settlement_outcome" AS ENUM('settled', 'repeated', 'missing_here', 'differing');--> statement-breakpoint
CREATE TYPE "public"."settlement_source" AS ENUM('gateway', 'courier');--> statement-breakpoint
CREATE TYPE "public"."stock_change_kind" AS ENUM('opening', 'received', 'counted', 'damaged', 'returned', 'lost', 'imported', 'direct');--> statement-breakpoint
ALTER TYPE "public"."message_kind" ADD VALUE 'order_written';--> statement-breakpoint
ALTER TYPE "public"."message_kind" ADD VALUE 'staff_invited';--> statement-breakpoint
ALTER TYPE "public"."message_kind" ADD VALUE 'reviews_waiting';--> statement-breakpoint
CREATE TABLE "money_figures" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "money_figures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"day" date NOT NULL,
	"kind" "money_movement_kind" NOT NULL,
	"payment_method" "payment_method" NOT NULL,
	"movements" integer NOT NULL,
	"amount_paisa" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_figures" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "order_figures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"day" date NOT NULL,
	"status" "order_status" NOT NULL,
	"payment_status" "order_payment_status" NOT NULL,
	"orders" integer NOT NULL,
	"total_paisa" bigint NOT NULL,
	"paid_paisa" bigint NOT NULL,
	"refunded_paisa" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_figures" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "payment_figures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"day" date NOT NULL,
	"payment_method" "payment_method" NOT NULL,
	"status" "payment_status" NOT NULL,
	"response_code" text NOT NULL,
	"attempts" integer NOT NULL,
	"amount_paisa" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_notes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "order_notes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"order_id" bigint NOT NULL,
	"text" text NOT NULL,
	"actor" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "picture_files" (
	"hash" text NOT NULL,
	"width" integer NOT NULL,
	"bytes" "bytea",
	CONSTRAINT "picture_files_pkey" PRIMARY KEY("hash","width")
);
--> statement-breakpoint
CREATE TABLE "pictures" (
	"hash" text PRIMARY KEY NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"uploaded_by" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pictures_known_by_their_hash" CHECK ("pictures"."hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "pictures_have_a_size" CHECK (least("pictures"."width", "pictures"."height") > 0)
);
--> statement-breakpoint
CREATE TABLE "refund_requests" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "refund_requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"payment_id" bigint NOT NULL,
	"amount_paisa" bigint NOT NULL,
	"reason" text NOT NULL,
	"lines" jsonb NOT NULL,
	"requested_by" bigint NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"decided_by" bigint,
	"decided_at" timestamp with time zone,
	"decision" "refund_decision",
	"refund_id" bigint,
	CONSTRAINT "refund_requests_amount_positive" CHECK ("refund_requests"."amount_paisa" > 0),
	CONSTRAINT "refund_requests_decided_by_somebody" CHECK (num_nulls("refund_requests"."decided_by", "refund_requests"."decided_at", "refund_requests"."decision") in (0, 3)),
	CONSTRAINT "refund_requests_approved_by_another" CHECK ("refund_requests"."decision" <> 'approved' or "refund_requests"."decided_by" <> "refund_requests"."requested_by")
);
--> statement-breakpoint
CREATE TABLE "return_lines" (
	"return_id" bigint NOT NULL,
	"order_item_id" bigint NOT NULL,
	"quantity" integer NOT NULL,
	"is_restocked" boolean NOT NULL,
	CONSTRAINT "return_lines_pkey" PRIMARY KEY("return_id","order_item_id"),
	CONSTRAINT "return_lines_quantity_positive" CHECK ("return_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "returns" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "returns_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"order_id" bigint NOT NULL,
	"refund_id" bigint,
	"reason" text NOT NULL,
	"actor" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shop_settings" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"cash_limit_paisa" bigint DEFAULT 20000000 NOT NULL,
	"open_cash_per_phone" integer,
	"cash_needs_call" boolean DEFAULT false NOT NULL,
	"approval_above_paisa" bigint,
	"unsettled_after_days" integer DEFAULT 5 NOT NULL,
	"low_stock_below" integer DEFAULT 5 NOT NULL,
	CONSTRAINT "shop_settings_are_one_row" CHECK ("shop_settings"."is_only"),
	CONSTRAINT "shop_settings_in_range" CHECK (least("shop_settings"."cash_limit_paisa", "shop_settings"."approval_above_paisa", "shop_settings"."low_stock_below") >= 0
        and least("shop_settings"."open_cash_per_phone", "shop_settings"."unsettled_after_days") >= 1)
);
--> statement-breakpoint
CREATE TABLE "settlement_columns" (
	"source" "settlement_source" PRIMARY KEY NOT NULL,
	"names" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settlement_files" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "settlement_files_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"source" "settlement_source" NOT NULL,
	"content_hash" text NOT NULL,
	"name" text NOT NULL,
	"uploaded_by" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "settlement_files_each_once" UNIQUE("source","content_hash")
);
--> statement-breakpoint
CREATE TABLE "settlement_rows" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "settlement_rows_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"file_id" bigint NOT NULL,
	"source" "settlement_source" NOT NULL,
	"line" integer NOT NULL,
	"reference" text NOT NULL,
	"gross_paisa" bigint NOT NULL,
	"fee_paisa" bigint NOT NULL,
	"tax_paisa" bigint NOT NULL,
	"net_paisa" bigint NOT NULL,
	"settled_on" date NOT NULL,
	"outcome" "settlement_outcome" NOT NULL,
	"payment_id" bigint,
	CONSTRAINT "settlement_rows_one_per_line" UNIQUE("file_id","line"),
	CONSTRAINT "settlement_rows_add_up" CHECK ("settlement_rows"."gross_paisa" = "settlement_rows"."net_paisa" + "settlement_rows"."fee_paisa" + "settlement_rows"."tax_paisa"),
	CONSTRAINT "settlement_rows_amounts_not_negative" CHECK (least("settlement_rows"."gross_paisa", "settlement_rows"."fee_paisa", "settlement_rows"."tax_paisa", "settlement_rows"."net_paisa") >= 0),
	CONSTRAINT "settlement_rows_matched_or_missing" CHECK (("settlement_rows"."outcome" = 'missing_here') = ("settlement_rows"."payment_id" is null))
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"role" "user_role" NOT NULL,
	"invited_by" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	CONSTRAINT "invitations_are_for_staff" CHECK ("invitations"."role" <> 'customer')
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"code_hash" "bytea" PRIMARY KEY NOT NULL,
	"user_id" bigint NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "stock_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "stock_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"product_id" bigint NOT NULL,
	"pieces" integer NOT NULL,
	"stock_after" integer NOT NULL,
	"kind" "stock_change_kind" NOT NULL,
	"reason" text NOT NULL,
	"actor" text NOT NULL,
	"order_id" bigint,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stock_changes_of_some_pieces" CHECK ("stock_changes"."pieces" <> 0)
);
--> statement-breakpoint
ALTER TABLE "discount_codes" DROP CONSTRAINT "discount_codes_unique_code";--> statement-breakpoint
ALTER TABLE "review_items" ALTER COLUMN "payment_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "before" jsonb;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "after" jsonb;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "from_address" text;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "from_device" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "order_items" ADD COLUMN "returned" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "courier" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "tracking_number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "called_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "called_by" text;--> statement-breakpoint
ALTER TABLE "review_items" ADD COLUMN "settlement_row_id" bigint;--> statement-breakpoint
ALTER TABLE "review_items" ADD COLUMN "owner_id" bigint;--> statement-breakpoint
ALTER TABLE "review_items" ADD COLUMN "warned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "second_factor_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "totp_secret" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "totp_confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "totp_step" integer;--> statement-breakpoint
ALTER TABLE "order_notes" ADD CONSTRAINT "order_notes_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picture_files" ADD CONSTRAINT "picture_files_hash_pictures_hash_fk" FOREIGN KEY ("hash") REFERENCES "public"."pictures"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_requests" ADD CONSTRAINT "refund_requests_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_requests" ADD CONSTRAINT "refund_requests_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_requests" ADD CONSTRAINT "refund_requests_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_requests" ADD CONSTRAINT "refund_requests_refund_id_refunds_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refunds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_lines" ADD CONSTRAINT "return_lines_return_id_returns_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."returns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_lines" ADD CONSTRAINT "return_lines_order_item_id_order_items_id_fk" FOREIGN KEY ("order_item_id") REFERENCES "public"."order_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_refund_id_refunds_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refunds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_files" ADD CONSTRAINT "settlement_files_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_rows" ADD CONSTRAINT "settlement_rows_file_id_settlement_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."settlement_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_rows" ADD CONSTRAINT "settlement_rows_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_changes" ADD CONSTRAINT "stock_changes_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_changes" ADD CONSTRAINT "stock_changes_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "money_figures_day" ON "money_figures" USING btree ("day");--> statement-breakpoint
CREATE INDEX "order_figures_day" ON "order_figures" USING btree ("day");--> statement-breakpoint
CREATE INDEX "payment_figures_day" ON "payment_figures" USING btree ("day");--> statement-breakpoint
CREATE INDEX "order_notes_order_id" ON "order_notes" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "pictures_uploaded_by" ON "pictures" USING btree ("uploaded_by");--> statement-breakpoint
CREATE UNIQUE INDEX "refund_requests_one_open_per_payment" ON "refund_requests" USING btree ("payment_id") WHERE "refund_requests"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "refund_requests_payment_id" ON "refund_requests" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "refund_requests_requested_by" ON "refund_requests" USING btree ("requested_by");--> statement-breakpoint
CREATE INDEX "refund_requests_decided_by" ON "refund_requests" USING btree ("decided_by") WHERE "refund_requests"."decided_by" is not null;--> statement-breakpoint
CREATE INDEX "refund_requests_refund_id" ON "refund_requests" USING btree ("refund_id") WHERE "refund_requests"."refund_id" is not null;--> statement-breakpoint
CREATE INDEX "return_lines_order_item_id" ON "return_lines" USING btree ("order_item_id");--> statement-breakpoint
CREATE INDEX "returns_order_id" ON "returns" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "returns_refund_id" ON "returns" USING btree ("refund_id") WHERE "returns"."refund_id" is not null;--> statement-breakpoint
CREATE INDEX "settlement_files_uploaded_by" ON "settlement_files" USING btree ("uploaded_by");--> statement-breakpoint
CREATE UNIQUE INDEX "settlement_rows_settled_once" ON "settlement_rows" USING btree ("payment_id") WHERE "settlement_rows"."outcome" = 'settled';--> statement-breakpoint
CREATE INDEX "settlement_rows_payment_id" ON "settlement_rows" USING btree ("payment_id") WHERE "settlement_rows"."payment_id" is not null;--> statement-breakpoint
CREATE INDEX "settlement_rows_settled_on" ON "settlement_rows" USING btree ("source","settled_on");--> statement-breakpoint
CREATE INDEX "invitations_invited_by" ON "invitations" USING btree ("invited_by");--> statement-breakpoint
CREATE INDEX "invitations_by_email" ON "invitations" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "recovery_codes_user_id" ON "recovery_codes" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "stock_changes_product_id" ON "stock_changes" USING btree ("product_id","id");--> statement-breakpoint
CREATE INDEX "stock_changes_order_id" ON "stock_changes" USING btree ("order_id") WHERE "stock_changes"."order_id" is not null;--> statement-breakpoint
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_settlement_row_id_settlement_rows_id_fk" FOREIGN KEY ("settlement_row_id") REFERENCES "public"."settlement_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_actor" ON "audit_log" USING btree ("actor","id");--> statement-breakpoint
UPDATE discount_codes AS later SET code = later.code || '-' || later.id, is_active = false
WHERE EXISTS (SELECT FROM discount_codes AS first WHERE lower(first.code) = lower(later.code) AND first.id < later.id);
--> statement-breakpoint
CREATE UNIQUE INDEX "discount_codes_unique_code" ON "discount_codes" USING btree (lower("code"));--> statement-breakpoint
CREATE INDEX "orders_created_at" ON "orders" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "orders_by_phone" ON "orders" USING btree (right("customer_phone", 10));--> statement-breakpoint
CREATE INDEX "orders_by_email" ON "orders" USING btree (lower("customer_email"));--> statement-breakpoint
CREATE INDEX "orders_by_tracking_number" ON "orders" USING btree ("tracking_number") WHERE "orders"."tracking_number" <> '';--> statement-breakpoint
CREATE INDEX "orders_by_name" ON "orders" USING gin ("customer_name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "orders_by_stand" ON "orders" USING btree ("status","payment_status","id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_items_one_per_settlement_row" ON "review_items" USING btree ("settlement_row_id");--> statement-breakpoint
CREATE INDEX "review_items_owner_id" ON "review_items" USING btree ("owner_id") WHERE "review_items"."owner_id" is not null;--> statement-breakpoint
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_returned_within_ordered" CHECK ("order_items"."returned" between 0 and "order_items"."quantity");--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_called_by_somebody" CHECK (("orders"."called_at" is null) = ("orders"."called_by" is null));--> statement-breakpoint
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_about_something" CHECK (num_nonnulls("review_items"."payment_id", "review_items"."settlement_row_id") > 0);--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_second_factor_has_a_secret" CHECK ("users"."totp_confirmed_at" is null or "users"."totp_secret" is not null);--> statement-breakpoint
INSERT INTO shop_settings DEFAULT VALUES;
--> statement-breakpoint
CREATE FUNCTION note_stock_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  about jsonb := coalesce(nullif(current_setting('sauda.stock_change', true), ''), '{}')::jsonb;
  pieces integer := new.stock + new.sold;
  kind text := about->>'kind';
BEGIN
  IF TG_OP = 'UPDATE' THEN
    pieces := pieces - old.stock - old.sold;
    kind := coalesce(kind, CASE WHEN new.sold < old.sold AND new.stock = old.stock THEN 'lost' ELSE 'direct' END);
  END IF;
  INSERT INTO stock_changes (product_id, pieces, stock_after, kind, reason, actor, order_id, created_at)
  VALUES (new.id, pieces, new.stock, coalesce(kind, 'opening')::stock_change_kind, coalesce(about->>'reason', ''),
    coalesce(about->>'actor', 'database'), (about->>'order_id')::bigint, new.updated_at);
  RETURN NULL;
END
$$;
--> statement-breakpoint
INSERT INTO stock_changes (product_id, pieces, stock_after, kind, reason, actor, created_at)
SELECT id, stock + sold, stock, 'opening', '', 'database', created_at FROM products WHERE stock + sold <> 0 ORDER BY id;
--> statement-breakpoint
CREATE TRIGGER products_note_opening_stock AFTER INSERT ON products
  FOR EACH ROW WHEN (new.stock + new.sold <> 0) EXECUTE FUNCTION note_stock_change();
--> statement-breakpoint
CREATE TRIGGER products_note_stock_change AFTER UPDATE OF stock, sold ON products
  FOR EACH ROW WHEN (new.stock + new.sold <> old.stock + old.sold) EXECUTE FUNCTION note_stock_change();
--> statement-breakpoint
CREATE TRIGGER stock_changes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON stock_changes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE stock_changes ENABLE ALWAYS TRIGGER stock_changes_append_only;
--> statement-breakpoint
CREATE FUNCTION count_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO order_figures (day, status, payment_status, orders, total_paisa, paid_paisa, refunded_paisa)
    VALUES ((old.created_at AT TIME ZONE 'Asia/Karachi')::date, old.status, old.payment_status, -1, -old.total_paisa,
      -old.paid_paisa, -old.refunded_paisa);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO order_figures (day, status, payment_status, orders, total_paisa, paid_paisa, refunded_paisa)
    VALUES ((new.created_at AT TIME ZONE 'Asia/Karachi')::date, new.status, new.payment_status, 1, new.total_paisa,
      new.paid_paisa, new.refunded_paisa);
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
INSERT INTO order_figures (day, status, payment_status, orders, total_paisa, paid_paisa, refunded_paisa)
SELECT (created_at AT TIME ZONE 'Asia/Karachi')::date, status, payment_status, count(*), sum(total_paisa), sum(paid_paisa),
  sum(refunded_paisa) FROM orders GROUP BY 1, 2, 3;
--> statement-breakpoint
CREATE TRIGGER orders_count_new AFTER INSERT OR DELETE ON orders FOR EACH ROW EXECUTE FUNCTION count_order();
--> statement-breakpoint
CREATE TRIGGER orders_count_change AFTER UPDATE ON orders FOR EACH ROW WHEN (
  (old.status, old.payment_status, old.total_paisa, old.paid_paisa, old.refunded_paisa, old.created_at)
    IS DISTINCT FROM (new.status, new.payment_status, new.total_paisa, new.paid_paisa, new.refunded_paisa, new.created_at))
  EXECUTE FUNCTION count_order();
--> statement-breakpoint
CREATE FUNCTION count_attempt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO payment_figures (day, payment_method, status, response_code, attempts, amount_paisa)
    VALUES ((old.created_at AT TIME ZONE 'Asia/Karachi')::date, old.payment_method, old.status,
      coalesce(old.response_code, ''), -1, -old.amount_paisa);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO payment_figures (day, payment_method, status, response_code, attempts, amount_paisa)
    VALUES ((new.created_at AT TIME ZONE 'Asia/Karachi')::date, new.payment_method, new.status,
      coalesce(new.response_code, ''), 1, new.amount_paisa);
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
INSERT INTO payment_figures (day, payment_method, status, response_code, attempts, amount_paisa)
SELECT (created_at AT TIME ZONE 'Asia/Karachi')::date, payment_method, status, coalesce(response_code, ''), count(*),
  sum(amount_paisa) FROM payments GROUP BY 1, 2, 3, 4;
--> statement-breakpoint
CREATE TRIGGER payments_count_new AFTER INSERT OR DELETE ON payments FOR EACH ROW EXECUTE FUNCTION count_attempt();
--> statement-breakpoint
CREATE TRIGGER payments_count_change AFTER UPDATE ON payments FOR EACH ROW WHEN (
  (old.payment_method, old.status, old.response_code, old.amount_paisa, old.created_at)
    IS DISTINCT FROM (new.payment_method, new.status, new.response_code, new.amount_paisa, new.created_at))
  EXECUTE FUNCTION count_attempt();
--> statement-breakpoint
CREATE FUNCTION count_movement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO money_figures (day, kind, payment_method, movements, amount_paisa)
  SELECT (new.created_at AT TIME ZONE 'Asia/Karachi')::date, new.kind, payment_method, 1, new.amount_paisa
  FROM payments WHERE id = new.payment_id;
  RETURN NULL;
END
$$;
--> statement-breakpoint
INSERT INTO money_figures (day, kind, payment_method, movements, amount_paisa)
SELECT (moved.created_at AT TIME ZONE 'Asia/Karachi')::date, moved.kind, payment_method, count(*), sum(moved.amount_paisa)
FROM money_movements AS moved JOIN payments ON payments.id = payment_id GROUP BY 1, 2, 3;
--> statement-breakpoint
CREATE TRIGGER money_movements_count AFTER INSERT ON money_movements FOR EACH ROW EXECUTE FUNCTION count_movement();
