CREATE TABLE "booking_fees" (
	"tenant_id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text DEFAULT 'owed' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"by_user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booking_fees_tenant_id_booking_id_pk" PRIMARY KEY("tenant_id","booking_id")
);
--> statement-breakpoint
CREATE TABLE "holds" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"booking_id" uuid,
	"visitor" text,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"staff_ids" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "holds_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
DROP INDEX "bookings_requested";--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "terms" jsonb;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "free_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "occupancies" ADD COLUMN "hold_id" uuid;--> statement-breakpoint
ALTER TABLE "booking_fees" ADD CONSTRAINT "booking_fees_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_fees" ADD CONSTRAINT "booking_fees_tenant_id_booking_id_bookings_tenant_id_id_fk" FOREIGN KEY ("tenant_id","booking_id") REFERENCES "public"."bookings"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_tenant_id_booking_id_bookings_tenant_id_id_fk" FOREIGN KEY ("tenant_id","booking_id") REFERENCES "public"."bookings"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "holds_by_booking" ON "holds" USING btree ("tenant_id","booking_id");--> statement-breakpoint
CREATE INDEX "holds_kept" ON "holds" USING btree ("tenant_id","expires_at") WHERE ended is null;--> statement-breakpoint
ALTER TABLE "occupancies" ADD CONSTRAINT "occupancies_tenant_id_hold_id_holds_tenant_id_id_fk" FOREIGN KEY ("tenant_id","hold_id") REFERENCES "public"."holds"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bookings_waiting" ON "bookings" USING btree ("tenant_id","expires_at") WHERE status in ('requested', 'held');--> statement-breakpoint
CREATE INDEX "occupancies_by_hold" ON "occupancies" USING btree ("tenant_id","hold_id") WHERE hold_id is not null;