DROP INDEX "orders_by_status";--> statement-breakpoint
DROP INDEX "orders_by_payment_status";--> statement-breakpoint
DROP INDEX "orders_to_expire";--> statement-breakpoint
DROP INDEX "orders_discount_code_id";--> statement-breakpoint
DROP INDEX "money_movements_refund_id";--> statement-breakpoint
CREATE INDEX "orders_unpaid" ON "orders" USING btree ("id") WHERE "orders"."status" = 'pending' and "orders"."payment_status" = 'unpaid';--> statement-breakpoint
CREATE INDEX "payments_inquiry_wanted" ON "payments" USING btree ("inquiry_wanted_at") WHERE "payments"."completed_at" is null and "payments"."inquiry_wanted_at" > coalesce("payments"."last_inquired_at", '-infinity');--> statement-breakpoint
CREATE INDEX "orders_discount_code_id" ON "orders" USING btree ("discount_code_id") WHERE "orders"."discount_code_id" is not null;--> statement-breakpoint
CREATE INDEX "money_movements_refund_id" ON "money_movements" USING btree ("refund_id") WHERE "money_movements"."refund_id" is not null;