CREATE TABLE "visit_lines" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"service_id" uuid NOT NULL,
	"service_name" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"price_minor" bigint NOT NULL,
	CONSTRAINT "visit_lines_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "visits" DROP CONSTRAINT "visits_tenant_id_staff_id_staff_tenant_id_id_fk";
--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "notes" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "visit_lines" ADD CONSTRAINT "visit_lines_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_lines" ADD CONSTRAINT "visit_lines_tenant_id_visit_id_visits_tenant_id_id_fk" FOREIGN KEY ("tenant_id","visit_id") REFERENCES "public"."visits"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_lines" ADD CONSTRAINT "visit_lines_tenant_id_service_id_services_tenant_id_id_fk" FOREIGN KEY ("tenant_id","service_id") REFERENCES "public"."services"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_lines" ADD CONSTRAINT "visit_lines_tenant_id_staff_id_staff_tenant_id_id_fk" FOREIGN KEY ("tenant_id","staff_id") REFERENCES "public"."staff"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "visit_lines_in_order" ON "visit_lines" USING btree ("tenant_id","visit_id","position");--> statement-breakpoint
CREATE INDEX "visit_lines_by_staff" ON "visit_lines" USING btree ("tenant_id","staff_id");--> statement-breakpoint
CREATE INDEX "audit_entries_of_thing" ON "audit_entries" USING btree ("tenant_id","entity_id","at");--> statement-breakpoint
CREATE INDEX "visits_by_customer" ON "visits" USING btree ("tenant_id","customer_id","started_at");--> statement-breakpoint
ALTER TABLE "visits" DROP COLUMN "staff_id";