CREATE TABLE "sample_rows" (
	"tenant_id" uuid NOT NULL,
	"entity" text NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sample_rows_tenant_id_entity_id_pk" PRIMARY KEY("tenant_id","entity","id")
);
--> statement-breakpoint
CREATE TABLE "deleted_tenants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slugs" text[] NOT NULL,
	"closing_since" timestamp with time zone NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"deleted_at" timestamp with time zone,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "closing_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "closes_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sample_rows" ADD CONSTRAINT "sample_rows_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deleted_tenants_slugs" ON "deleted_tenants" USING gin ("slugs");--> statement-breakpoint
CREATE INDEX "tenants_closing" ON "tenants" USING btree ("closes_at") WHERE closes_at is not null;--> statement-breakpoint
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_closing_both" CHECK ((closing_since is null) = (closes_at is null));