ALTER TABLE "settlement_columns" DROP CONSTRAINT "settlement_columns_pkey";--> statement-breakpoint
ALTER TABLE "settlement_columns" ADD COLUMN "headings" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "settlement_columns" ADD CONSTRAINT "settlement_columns_pkey" PRIMARY KEY("source","headings");
