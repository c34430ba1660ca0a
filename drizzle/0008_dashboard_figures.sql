CREATE TABLE "cart_figures" (
	"day" date PRIMARY KEY NOT NULL,
	"people" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "cart_items_created_at" ON "cart_items" USING btree ("created_at","cart_id");