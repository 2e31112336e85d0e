CREATE TABLE "mpesa_days" (
	"tenant_id" uuid NOT NULL,
	"day" date NOT NULL,
	"listed_minor" bigint NOT NULL,
	"written_minor" bigint NOT NULL,
	"compared_at" timestamp with time zone NOT NULL,
	"seen_minor" bigint,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "mpesa_days_tenant_id_day_pk" PRIMARY KEY("tenant_id","day")
);
--> statement-breakpoint
ALTER TABLE "mpesa_accounts" ADD COLUMN "tells_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mpesa_receipts" ADD COLUMN "listed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mpesa_receipts" ADD COLUMN "listed_minor" bigint;--> statement-breakpoint
ALTER TABLE "mpesa_days" ADD CONSTRAINT "mpesa_days_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;