CREATE TABLE "customers_apart" (
	"tenant_id" uuid NOT NULL,
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"by_user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "customers_apart_tenant_id_one_id_other_id_pk" PRIMARY KEY("tenant_id","one_id","other_id"),
	CONSTRAINT "customers_apart_in_order" CHECK (one_id < other_id)
);
--> statement-breakpoint
ALTER TABLE "customer_import_rows" RENAME TO "import_rows";--> statement-breakpoint
ALTER TABLE "customer_imports" RENAME TO "imports";--> statement-breakpoint
ALTER TABLE "imports" DROP CONSTRAINT "customer_imports_status";--> statement-breakpoint
ALTER TABLE "import_rows" DROP CONSTRAINT "customer_import_rows_tenant_id_tenants_id_fk";
--> statement-breakpoint
ALTER TABLE "import_rows" DROP CONSTRAINT "customer_import_rows_tenant_id_import_id_customer_imports_tenant_id_id_fk";
--> statement-breakpoint
ALTER TABLE "import_rows" DROP CONSTRAINT "customer_import_rows_tenant_id_customer_id_customers_tenant_id_id_fk";
--> statement-breakpoint
ALTER TABLE "imports" DROP CONSTRAINT "customer_imports_tenant_id_tenants_id_fk";
--> statement-breakpoint
DROP INDEX "customer_import_rows_by_outcome";--> statement-breakpoint
DROP INDEX "customer_import_rows_by_customer";--> statement-breakpoint
DROP INDEX "customer_imports_newest";--> statement-breakpoint
ALTER TABLE "import_rows" DROP CONSTRAINT "customer_import_rows_tenant_id_import_id_line_pk";--> statement-breakpoint
ALTER TABLE "imports" DROP CONSTRAINT "customer_imports_tenant_id_id_pk";--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_tenant_id_import_id_line_pk" PRIMARY KEY("tenant_id","import_id","line");--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_tenant_id_id_pk" PRIMARY KEY("tenant_id","id");--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "made_id" uuid;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "kind" text DEFAULT 'customers' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "options" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "rewards" ADD COLUMN "product_id" uuid;--> statement-breakpoint
ALTER TABLE "vouchers" ADD COLUMN "product_id" uuid;--> statement-breakpoint
ALTER TABLE "customers_apart" ADD CONSTRAINT "customers_apart_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers_apart" ADD CONSTRAINT "customers_apart_tenant_id_one_id_customers_tenant_id_id_fk" FOREIGN KEY ("tenant_id","one_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers_apart" ADD CONSTRAINT "customers_apart_tenant_id_other_id_customers_tenant_id_id_fk" FOREIGN KEY ("tenant_id","other_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customers_apart_newest" ON "customers_apart" USING btree ("tenant_id","created_at");--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_tenant_id_import_id_imports_tenant_id_id_fk" FOREIGN KEY ("tenant_id","import_id") REFERENCES "public"."imports"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_tenant_id_customer_id_customers_tenant_id_id_fk" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewards" ADD CONSTRAINT "rewards_tenant_id_product_id_products_tenant_id_id_fk" FOREIGN KEY ("tenant_id","product_id") REFERENCES "public"."products"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vouchers" ADD CONSTRAINT "vouchers_tenant_id_product_id_products_tenant_id_id_fk" FOREIGN KEY ("tenant_id","product_id") REFERENCES "public"."products"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_rows_by_outcome" ON "import_rows" USING btree ("tenant_id","import_id","outcome","line");--> statement-breakpoint
CREATE INDEX "import_rows_by_customer" ON "import_rows" USING btree ("tenant_id","customer_id") WHERE customer_id is not null;--> statement-breakpoint
CREATE INDEX "imports_newest" ON "imports" USING btree ("tenant_id","created_at");--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_status" CHECK (status in ('read', 'running', 'done', 'undone'));--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_kind" CHECK (kind in ('customers', 'services', 'staff', 'bookings'));--> statement-breakpoint
ALTER TABLE "rewards" ADD CONSTRAINT "rewards_product" CHECK (product_id is null or kind = 'gift');