ALTER TYPE "public"."money_movement_kind" RENAME TO "money_movement_kind_before";--> statement-breakpoint
CREATE TYPE "public"."money_movement_kind" AS ENUM('payment', 'refund', 'cash_collected', 'cash_returned', 'settled', 'fee', 'tax', 'settled_back', 'fee_back', 'tax_back');--> statement-breakpoint
ALTER TABLE "money_movements" ALTER COLUMN "kind" TYPE "public"."money_movement_kind" USING "kind"::text::"public"."money_movement_kind";--> statement-breakpoint
ALTER TABLE "money_figures" ALTER COLUMN "kind" TYPE "public"."money_movement_kind" USING "kind"::text::"public"."money_movement_kind";--> statement-breakpoint
DROP TYPE "public"."money_movement_kind_before";--> statement-breakpoint
ALTER TYPE "public"."settlement_outcome" ADD VALUE 'charged';--> statement-breakpoint
ALTER TABLE "settlement_rows" DROP CONSTRAINT "settlement_rows_amounts_of_one_sign";--> statement-breakpoint
ALTER TABLE "settlement_rows" DROP CONSTRAINT "settlement_rows_matched_or_missing";--> statement-breakpoint
DROP INDEX "orders_by_tracking_number";--> statement-breakpoint
ALTER TABLE "money_movements" ALTER COLUMN "payment_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "money_movements" ADD COLUMN "settlement_row_id" bigint;--> statement-breakpoint
ALTER TABLE money_movements DISABLE TRIGGER money_movements_append_only;--> statement-breakpoint
UPDATE money_movements AS moved SET settlement_row_id = settled.id FROM settlement_rows AS settled
WHERE moved.kind IN ('settled', 'fee', 'tax') AND settled.payment_id = moved.payment_id AND settled.outcome = 'settled';--> statement-breakpoint
ALTER TABLE money_movements ENABLE ALWAYS TRIGGER money_movements_append_only;--> statement-breakpoint
ALTER TABLE "money_movements" ADD CONSTRAINT "money_movements_settlement_row_id_settlement_rows_id_fk" FOREIGN KEY ("settlement_row_id") REFERENCES "public"."settlement_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "money_movements_settlement_row_id" ON "money_movements" USING btree ("settlement_row_id") WHERE "money_movements"."settlement_row_id" is not null;--> statement-breakpoint
CREATE INDEX "settlement_rows_charges" ON "settlement_rows" USING btree (upper(regexp_replace("reference", '[[:space:]]', '', 'g'))) WHERE "settlement_rows"."gross_paisa" = 0;--> statement-breakpoint
CREATE INDEX "orders_by_tracking_number" ON "orders" USING btree (upper(regexp_replace("tracking_number", '[[:space:]]', '', 'g'))) WHERE "orders"."tracking_number" <> '';--> statement-breakpoint
ALTER TABLE "money_movements" ADD CONSTRAINT "money_movements_of_something" CHECK (num_nonnulls("money_movements"."payment_id", "money_movements"."settlement_row_id") > 0);--> statement-breakpoint
ALTER TABLE "settlement_rows" ADD CONSTRAINT "settlement_rows_signs_go_together" CHECK (case when "settlement_rows"."gross_paisa" < 0 then "settlement_rows"."net_paisa" <= 0 else least("settlement_rows"."fee_paisa", "settlement_rows"."tax_paisa") >= 0 end);--> statement-breakpoint
ALTER TABLE "settlement_rows" ADD CONSTRAINT "settlement_rows_matched_or_missing" CHECK ("settlement_rows"."gross_paisa" = 0 or ("settlement_rows"."outcome" = 'missing_here') = ("settlement_rows"."payment_id" is null));--> statement-breakpoint
CREATE OR REPLACE FUNCTION count_movement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO money_figures (day, kind, payment_method, movements, amount_paisa)
  SELECT (new.created_at AT TIME ZONE 'Asia/Karachi')::date, new.kind,
    coalesce((SELECT payment_method FROM payments WHERE id = new.payment_id),
      (CASE WHEN 'courier' IN (new.from_account, new.to_account) THEN 'cash_on_delivery' ELSE 'jazzcash' END)::payment_method),
    1, new.amount_paisa;
  RETURN NULL;
END
$$;--> statement-breakpoint
INSERT INTO money_movements (from_account, to_account, amount_paisa, kind, reference, payment_id, settlement_row_id, created_at)
SELECT part.account::money_account, back.source::text::money_account, -part.amount, part.kind::money_movement_kind,
  part.kind || ':row:' || back.id, back.payment_id, back.id, file.created_at
FROM settlement_rows AS back JOIN settlement_files AS file ON file.id = back.file_id
CROSS JOIN LATERAL (VALUES
  ('settled_back', 'bank', net_paisa), ('fee_back', 'fee', fee_paisa), ('tax_back', 'tax_withheld', tax_paisa)
) AS part (kind, account, amount)
WHERE back.outcome = 'given_back' AND part.amount < 0;
