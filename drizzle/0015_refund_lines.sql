CREATE TABLE "refund_lines" (
	"refund_id" bigint NOT NULL,
	"order_item_id" bigint NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "refund_lines_pkey" PRIMARY KEY("refund_id","order_item_id"),
	CONSTRAINT "refund_lines_quantity_positive" CHECK ("refund_lines"."quantity" > 0)
);
--> statement-breakpoint
ALTER TABLE "refund_lines" ADD CONSTRAINT "refund_lines_refund_id_refunds_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refunds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_lines" ADD CONSTRAINT "refund_lines_order_item_id_order_items_id_fk" FOREIGN KEY ("order_item_id") REFERENCES "public"."order_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "refund_lines_order_item_id" ON "refund_lines" USING btree ("order_item_id");--> statement-breakpoint
CREATE INDEX "orders_by_number_end" ON "orders" USING btree (reverse(substr("order_number", 5, 8)));--> statement-breakpoint
INSERT INTO refund_lines (refund_id, order_item_id, quantity)
SELECT returns.refund_id, line.order_item_id, line.quantity
FROM returns JOIN return_lines AS line ON line.return_id = returns.id WHERE returns.refund_id IS NOT NULL;--> statement-breakpoint
INSERT INTO refund_lines (refund_id, order_item_id, quantity)
SELECT asked.refund_id, bought.id, line.quantity
FROM refund_requests AS asked
CROSS JOIN LATERAL jsonb_to_recordset(asked.lines) AS line (order_item_id bigint, quantity integer)
JOIN order_items AS bought ON bought.id = line.order_item_id
WHERE asked.refund_id IS NOT NULL
  AND (SELECT coalesce(sum(quantity), 0) FROM refund_lines WHERE order_item_id = bought.id) + line.quantity <= bought.quantity
ON CONFLICT DO NOTHING;
