CREATE TYPE "public"."refund_way" AS ENUM('card', 'wallet', 'voucher', 'cash', 'by_hand');--> statement-breakpoint
ALTER TYPE "public"."payment_event_channel" RENAME TO "payment_event_channel_before";--> statement-breakpoint
CREATE TYPE "public"."payment_event_channel" AS ENUM('form', 'callback', 'return', 'inquiry', 'wallet', 'refund', 'shop');--> statement-breakpoint
ALTER TABLE "payment_events" ALTER COLUMN "channel" TYPE "public"."payment_event_channel" USING "channel"::text::"public"."payment_event_channel";--> statement-breakpoint
DROP TYPE "public"."payment_event_channel_before";--> statement-breakpoint
ALTER TYPE "public"."review_kind" ADD VALUE 'notice_refused';--> statement-breakpoint
ALTER TYPE "public"."review_kind" ADD VALUE 'payment_unknown';--> statement-breakpoint
CREATE TABLE "ledger_proofs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ledger_proofs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ran_at" timestamp with time zone NOT NULL,
	"took_ms" integer NOT NULL,
	"breaches" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_refunds_within_amount";--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_status_follows_refunds";--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "sold" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "payment_events" ADD COLUMN "status_after" "payment_status";--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "accepted_paisa" bigint;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "give_back_wanted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "way" "refund_way" NOT NULL;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "last_inquired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "inquiry_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "ledger_proofs_ran_at" ON "ledger_proofs" USING btree ("ran_at");--> statement-breakpoint
CREATE INDEX "payments_to_give_back" ON "payments" USING btree ("give_back_wanted_at") WHERE "payments"."give_back_wanted_at" is not null;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_accepted_amount_was_taken" CHECK ("payments"."accepted_paisa" is null or ("payments"."accepted_paisa" > 0 and "payments"."completed_at" is not null));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_given_back_was_taken" CHECK ("payments"."give_back_wanted_at" is null or "payments"."completed_at" is not null);--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_refunds_within_amount" CHECK ("payments"."refunded_paisa" between 0 and coalesce("payments"."accepted_paisa", "payments"."amount_paisa"));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_status_follows_refunds" CHECK (case when "payments"."refunded_paisa" = 0 then "payments"."status" not in ('partially_refunded', 'refunded')
        else "payments"."status" = case when "payments"."refunded_paisa" < coalesce("payments"."accepted_paisa", "payments"."amount_paisa") then 'partially_refunded' else 'refunded' end::payment_status end);--> statement-breakpoint
UPDATE "products" SET "sold" = "held"."quantity" FROM (
  SELECT "product_id", sum("quantity") AS "quantity" FROM "order_items" JOIN "orders" ON "orders"."id" = "order_id"
  WHERE "orders"."status" <> 'cancelled' GROUP BY "product_id"
) AS "held" WHERE "held"."product_id" = "products"."id";--> statement-breakpoint
INSERT INTO "payment_events" ("payment_id", "transaction_id", "channel", "is_outgoing", "fields", "decision", "status_after", "created_at")
SELECT "id", "transaction_id", 'shop', false, '{}', 'carried_over', "status", "updated_at" FROM "payments";
