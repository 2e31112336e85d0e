CREATE TABLE "deleted_tenants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slugs" text[] NOT NULL,
	"closing_since" timestamp with time zone NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"deleted_at" timestamp with time zone,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "is_sample" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "closing_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "closes_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "deleted_tenants_slugs" ON "deleted_tenants" USING gin ("slugs");--> statement-breakpoint
CREATE INDEX "customers_made_up" ON "customers" USING btree ("tenant_id") WHERE is_sample;--> statement-breakpoint
CREATE INDEX "tenants_closing" ON "tenants" USING btree ("closes_at") WHERE closes_at is not null;--> statement-breakpoint
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_closing_both" CHECK ((closing_since is null) = (closes_at is null));