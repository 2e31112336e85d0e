CREATE TABLE "staff_photos" (
	"tenant_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"content_type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"version" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_photos_tenant_id_staff_id_pk" PRIMARY KEY("tenant_id","staff_id"),
	CONSTRAINT "staff_photos_small" CHECK (octet_length(bytes) between 1 and 204800)
);
--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "bio" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "commission_bp" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_services" ADD COLUMN "duration_minutes" integer;--> statement-breakpoint
ALTER TABLE "staff_services" ADD COLUMN "price_minor" bigint;--> statement-breakpoint
ALTER TABLE "staff_photos" ADD CONSTRAINT "staff_photos_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_photos" ADD CONSTRAINT "staff_photos_tenant_id_staff_id_staff_tenant_id_id_fk" FOREIGN KEY ("tenant_id","staff_id") REFERENCES "public"."staff"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_phone_e164" CHECK (phone ~ '^\+[1-9][0-9]{6,14}$');--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_commission_sane" CHECK (commission_bp between 0 and 10000);--> statement-breakpoint
ALTER TABLE "staff_services" ADD CONSTRAINT "staff_services_sane" CHECK (duration_minutes > 0 and price_minor >= 0);