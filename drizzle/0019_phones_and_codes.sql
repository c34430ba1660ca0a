DO $$
DECLARE clashing text;
BEGIN
  SELECT string_agg(codes, '; ') INTO clashing FROM (
    SELECT string_agg(item_code, ', ' ORDER BY id) AS codes FROM products GROUP BY lower(item_code) HAVING count(*) > 1
  ) AS spellings;
  IF clashing IS NOT NULL THEN
    RAISE EXCEPTION 'Item codes that differ only in capitals must be renamed before this migration: %', clashing;
  END IF;
END
$$;--> statement-breakpoint
DELETE FROM cart_figures;--> statement-breakpoint
DROP INDEX "orders_by_phone";--> statement-breakpoint
CREATE UNIQUE INDEX "products_one_spelling_per_item_code" ON "products" USING btree (lower("item_code"));--> statement-breakpoint
CREATE INDEX "orders_by_phone_end" ON "orders" USING btree (reverse(right(regexp_replace("customer_phone", '[^0-9]', '', 'g'), 10)));--> statement-breakpoint
CREATE INDEX "orders_by_phone" ON "orders" USING btree (right(regexp_replace("customer_phone", '[^0-9]', '', 'g'), 10));