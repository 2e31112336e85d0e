ALTER TABLE "time_off" ADD COLUMN "asked_by" uuid;--> statement-breakpoint
ALTER TABLE "time_off" ADD COLUMN "answer" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "confirm" text;