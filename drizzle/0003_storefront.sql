CREATE TYPE "public"."message_channel" AS ENUM('mail', 'sms');--> statement-breakpoint
CREATE TYPE "public"."message_kind" AS ENUM('order_placed', 'payment_received', 'payment_checked', 'payment_failed', 'payment_expired', 'voucher_given', 'refund_completed', 'order_confirmed', 'order_shipped', 'order_delivered', 'order_cancelled', 'password_reset', 'password_changed');--> statement-breakpoint
CREATE TABLE "outgoing_messages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outgoing_messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" "message_kind" NOT NULL,
	"event" text NOT NULL,
	"channel" "message_channel" NOT NULL,
	"recipient" text NOT NULL,
	"locale" "locale" NOT NULL,
	"user_id" bigint,
	"order_id" bigint,
	"payment_id" bigint,
	"refund_id" bigint,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone NOT NULL,
	"last_error" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"given_up_at" timestamp with time zone,
	CONSTRAINT "outgoing_messages_one_per_event" UNIQUE("event"),
	CONSTRAINT "outgoing_messages_end_once" CHECK ("outgoing_messages"."sent_at" is null or "outgoing_messages"."given_up_at" is null),
	CONSTRAINT "outgoing_messages_to_somebody" CHECK ("outgoing_messages"."recipient" <> '' or "outgoing_messages"."sent_at" is not null or "outgoing_messages"."given_up_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "addresses" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "addresses_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"province" text DEFAULT '' NOT NULL,
	"city" text NOT NULL,
	"area" text DEFAULT '' NOT NULL,
	"address" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"user_id" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "users" DROP CONSTRAINT "users_guests_have_no_email";--> statement-breakpoint
ALTER TABLE "cart_items" ADD COLUMN "seen_price_paisa" bigint;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "shipping_province" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "shipping_area" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "user_agent" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "guest_key" "bytea";--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "merged_into_id" bigint;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD CONSTRAINT "outgoing_messages_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD CONSTRAINT "outgoing_messages_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD CONSTRAINT "outgoing_messages_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD CONSTRAINT "outgoing_messages_refund_id_refunds_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refunds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outgoing_messages_due" ON "outgoing_messages" USING btree ("next_try_at") WHERE "outgoing_messages"."sent_at" is null and "outgoing_messages"."given_up_at" is null;--> statement-breakpoint
CREATE INDEX "outgoing_messages_user_id" ON "outgoing_messages" USING btree ("user_id") WHERE "outgoing_messages"."user_id" is not null;--> statement-breakpoint
CREATE INDEX "outgoing_messages_order_id" ON "outgoing_messages" USING btree ("order_id") WHERE "outgoing_messages"."order_id" is not null;--> statement-breakpoint
CREATE INDEX "outgoing_messages_payment_id" ON "outgoing_messages" USING btree ("payment_id") WHERE "outgoing_messages"."payment_id" is not null;--> statement-breakpoint
CREATE INDEX "outgoing_messages_refund_id" ON "outgoing_messages" USING btree ("refund_id") WHERE "outgoing_messages"."refund_id" is not null;--> statement-breakpoint
CREATE INDEX "addresses_user_id" ON "addresses" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "password_resets_user_id" ON "password_resets" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "password_resets_expires_at" ON "password_resets" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_merged_into_id_users_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "users_one_guest_per_browser" ON "users" USING btree ("guest_key");--> statement-breakpoint
CREATE INDEX "users_guests_to_sweep" ON "users" USING btree ("created_at") WHERE "users"."is_guest";--> statement-breakpoint
CREATE INDEX "users_merged_into_id" ON "users" USING btree ("merged_into_id") WHERE "users"."merged_into_id" is not null;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_only_guests_have_a_key" CHECK ("users"."guest_key" is null or "users"."is_guest");--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_only_guests_merge" CHECK ("users"."merged_into_id" is null or "users"."is_guest");--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_deleted_name_nobody" CHECK ("users"."deleted_at" is null or ("users"."name" = '' and "users"."phone" is null and "users"."password_hash" is null));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_guests_have_no_email" CHECK (("users"."is_guest" or "users"."deleted_at" is not null) = ("users"."email" is null));