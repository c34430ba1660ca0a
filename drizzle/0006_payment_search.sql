CREATE INDEX "payments_by_time" ON "payments" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "payments_by_state" ON "payments" USING btree ("status","created_at","id");--> statement-breakpoint
CREATE INDEX "payments_by_code" ON "payments" USING btree ("response_code","created_at","id");--> statement-breakpoint
CREATE INDEX "payments_by_voucher" ON "payments" USING btree ("voucher_number") WHERE "payments"."voucher_number" is not null;--> statement-breakpoint
CREATE INDEX "payments_surplus" ON "payments" USING btree ("created_at","id") WHERE "payments"."is_surplus";