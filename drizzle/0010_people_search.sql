CREATE INDEX "audit_log_action" ON "audit_log" USING btree ("action","id");--> statement-breakpoint
CREATE INDEX "users_staff" ON "users" USING btree ("role","id") WHERE "users"."role" <> 'customer';--> statement-breakpoint
CREATE INDEX "users_by_words" ON "users" USING gin ("name" gin_trgm_ops,"email" gin_trgm_ops) WHERE not "users"."is_guest";--> statement-breakpoint
CREATE INDEX "users_by_phone" ON "users" USING btree (right("phone", 10)) WHERE "users"."phone" is not null;