CREATE TABLE "product_import_rows" (
	"import_id" bigint NOT NULL,
	"line" integer NOT NULL,
	"item_code" text NOT NULL,
	"said" jsonb NOT NULL,
	"product_id" bigint,
	"changes" jsonb,
	CONSTRAINT "product_import_rows_pkey" PRIMARY KEY("import_id","line")
);
--> statement-breakpoint
DROP INDEX "product_imports_waiting";--> statement-breakpoint
ALTER TABLE "product_imports" ADD COLUMN "file_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "product_imports" ADD COLUMN "plan" jsonb;--> statement-breakpoint
ALTER TABLE "pictures" ADD COLUMN "last_used_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "product_import_rows" ADD CONSTRAINT "product_import_rows_import_id_product_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."product_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pictures_by_last_use" ON "pictures" USING btree ("last_used_at");--> statement-breakpoint
CREATE INDEX "product_imports_waiting" ON "product_imports" USING btree ("created_at") WHERE "product_imports"."plan" is not null;--> statement-breakpoint
ALTER TABLE "product_imports" DROP COLUMN "file";