CREATE TABLE "message_settings" (
	"tenant_id" uuid PRIMARY KEY NOT NULL,
	"from_name" text DEFAULT '' NOT NULL,
	"reply_to" text DEFAULT '' NOT NULL,
	"quiet_from" smallint DEFAULT 1260 NOT NULL,
	"quiet_until" smallint DEFAULT 420 NOT NULL,
	"remind_before" integer[] DEFAULT '{1440,120}' NOT NULL,
	"off" text[] DEFAULT '{booking-miss}' NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "message_settings_quiet" CHECK (quiet_from between 0 and 1439 and quiet_until between 0 and 1439),
	CONSTRAINT "message_settings_reminders" CHECK (cardinality(remind_before) <= 4)
);
--> statement-breakpoint
DROP INDEX "messages_queued";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "valid_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "booking_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "tries" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "next_try_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "failure" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "provider_id" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "segments" smallint;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "cost_minor" bigint;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "cost_currency" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "delivered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "message_settings" ADD CONSTRAINT "message_settings_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_tenant_id_booking_id_bookings_tenant_id_id_fk" FOREIGN KEY ("tenant_id","booking_id") REFERENCES "public"."bookings"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_to_send" ON "messages" USING btree ("tenant_id","next_try_at") WHERE status in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "messages_by_provider" ON "messages" USING btree ("provider_id") WHERE provider_id is not null;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_status_known" CHECK (status in ('queued', 'sending', 'sent', 'delivered', 'failed'));