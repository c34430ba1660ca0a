ALTER TYPE "public"."settlement_outcome" ADD VALUE 'given_back';--> statement-breakpoint
ALTER TABLE "settlement_rows" DROP CONSTRAINT "settlement_rows_amounts_not_negative";--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "settled_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "payments_to_settle" ON "payments" USING btree ("completed_at") WHERE "payments"."completed_at" is not null and "payments"."settled_at" is null;--> statement-breakpoint
ALTER TABLE "settlement_rows" ADD CONSTRAINT "settlement_rows_amounts_of_one_sign" CHECK (case when "settlement_rows"."gross_paisa" < 0 then greatest("settlement_rows"."fee_paisa", "settlement_rows"."tax_paisa", "settlement_rows"."net_paisa") <= 0
        else least("settlement_rows"."fee_paisa", "settlement_rows"."tax_paisa", "settlement_rows"."net_paisa") >= 0 end);