CREATE TABLE "booking_changes" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"move" text NOT NULL,
	"from_status" text NOT NULL,
	"to_status" text NOT NULL,
	"by_kind" text NOT NULL,
	"by_user_id" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booking_changes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
DROP INDEX "due_pending";--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "occupancies" ADD COLUMN "planned" "tstzrange";--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "voided_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "booking_changes" ADD CONSTRAINT "booking_changes_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_changes" ADD CONSTRAINT "booking_changes_tenant_id_booking_id_bookings_tenant_id_id_fk" FOREIGN KEY ("tenant_id","booking_id") REFERENCES "public"."bookings"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "booking_changes_in_order" ON "booking_changes" USING btree ("tenant_id","booking_id","created_at");--> statement-breakpoint
CREATE INDEX "bookings_requested" ON "bookings" USING btree ("tenant_id","expires_at") WHERE status = 'requested';--> statement-breakpoint
CREATE UNIQUE INDEX "visits_of_booking" ON "visits" USING btree ("tenant_id","booking_id");--> statement-breakpoint
CREATE INDEX "due_pending" ON "due" USING btree ("due_at") WHERE done_at is null;