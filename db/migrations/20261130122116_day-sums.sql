CREATE TABLE "day_parts" (
	"tenant_id" uuid NOT NULL,
	"day" date NOT NULL,
	"nth" smallint NOT NULL,
	"kind" text NOT NULL,
	"service_id" uuid,
	"product_id" uuid,
	"staff_id" uuid,
	"minor" bigint NOT NULL,
	CONSTRAINT "day_parts_tenant_id_day_nth_pk" PRIMARY KEY("tenant_id","day","nth"),
	CONSTRAINT "day_parts_kind" CHECK (kind in ('service', 'product', 'fee'))
);
--> statement-breakpoint
CREATE TABLE "day_sums" (
	"tenant_id" uuid NOT NULL,
	"day" date NOT NULL,
	"earned_minor" bigint NOT NULL,
	"vat_minor" bigint NOT NULL,
	"tips_minor" bigint NOT NULL,
	"discounts_minor" bigint NOT NULL,
	"given_back_minor" bigint NOT NULL,
	"mpesa_minor" bigint NOT NULL,
	"cash_minor" bigint NOT NULL,
	"card_minor" bigint NOT NULL,
	"other_minor" bigint NOT NULL,
	CONSTRAINT "day_sums_tenant_id_day_pk" PRIMARY KEY("tenant_id","day")
);
--> statement-breakpoint
ALTER TABLE "day_parts" ADD CONSTRAINT "day_parts_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_parts" ADD CONSTRAINT "day_parts_tenant_id_day_day_sums_tenant_id_day_fk" FOREIGN KEY ("tenant_id","day") REFERENCES "public"."day_sums"("tenant_id","day") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_sums" ADD CONSTRAINT "day_sums_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;