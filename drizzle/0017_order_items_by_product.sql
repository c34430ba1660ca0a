DROP INDEX "order_items_product_id";--> statement-breakpoint
CREATE INDEX "order_items_by_product" ON "order_items" USING btree ("product_id","order_id");