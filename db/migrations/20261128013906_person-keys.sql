CREATE TABLE "person_keys" (
	"tenant_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"sealed_key" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"destroyed_at" timestamp with time zone,
	CONSTRAINT "person_keys_tenant_id_person_id_pk" PRIMARY KEY("tenant_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "person_keys" ADD CONSTRAINT "person_keys_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;