CREATE TABLE "day_closes" (
	"tenant_id" uuid NOT NULL,
	"day" date NOT NULL,
	"expected" jsonb NOT NULL,
	"counted" jsonb NOT NULL,
	"difference_minor" bigint NOT NULL,
	"unverified_minor" bigint NOT NULL,
	"unverified" integer NOT NULL,
	"currency" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"closed_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "day_closes_tenant_id_day_pk" PRIMARY KEY("tenant_id","day")
);
--> statement-breakpoint
CREATE TABLE "drawer_moves" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"reason" text NOT NULL,
	"by_user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "drawer_moves_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "drawer_moves_amount" CHECK (amount_minor > 0)
);
--> statement-breakpoint
CREATE TABLE "drawer_sessions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"float_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"opened_by" uuid,
	"opened_at" timestamp with time zone NOT NULL,
	"counted_minor" bigint,
	"expected_minor" bigint,
	"note" text DEFAULT '' NOT NULL,
	"closed_by" uuid,
	"closed_at" timestamp with time zone,
	"day" date,
	CONSTRAINT "drawer_sessions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "drawer_sessions_float" CHECK (float_minor >= 0 and counted_minor >= 0),
	CONSTRAINT "drawer_sessions_whole" CHECK (num_nulls(counted_minor, expected_minor, closed_at, day) in (0, 4))
);
--> statement-breakpoint
CREATE TABLE "products" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"price_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "products_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "products_price" CHECK (price_minor >= 0)
);
--> statement-breakpoint
CREATE TABLE "sale_lines" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"sale_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"service_id" uuid,
	"product_id" uuid,
	"name" text NOT NULL,
	"staff_id" uuid,
	"quantity" smallint NOT NULL,
	"unit_minor" bigint NOT NULL,
	"discount_minor" bigint DEFAULT 0 NOT NULL,
	"tip_minor" bigint DEFAULT 0 NOT NULL,
	"of_line_id" uuid,
	CONSTRAINT "sale_lines_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "sale_lines_of_one" CHECK (num_nonnulls(service_id, product_id) = 1),
	CONSTRAINT "sale_lines_sane" CHECK (quantity between 1 and 99 and unit_minor >= 0)
);
--> statement-breakpoint
CREATE TABLE "sales" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"booking_id" uuid,
	"visit_id" uuid,
	"customer_id" uuid,
	"subtotal_minor" bigint NOT NULL,
	"discount_minor" bigint DEFAULT 0 NOT NULL,
	"discount_reason" text DEFAULT '' NOT NULL,
	"tip_minor" bigint DEFAULT 0 NOT NULL,
	"total_minor" bigint NOT NULL,
	"vat_minor" bigint DEFAULT 0 NOT NULL,
	"vat_percent" smallint,
	"currency" text NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"by_user_id" uuid,
	"closed_at" timestamp with time zone,
	"voided_at" timestamp with time zone,
	"void_reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sales_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "sales_add_up" CHECK (total_minor = subtotal_minor - discount_minor + tip_minor and discount_minor between 0 and subtotal_minor
        and tip_minor >= 0 and vat_minor >= 0),
	CONSTRAINT "sales_vat_whole" CHECK (vat_percent is not null or vat_minor = 0)
);
--> statement-breakpoint
CREATE TABLE "tills" (
	"tenant_id" uuid NOT NULL,
	"last_number" integer DEFAULT 0 NOT NULL,
	"vat_percent" smallint,
	CONSTRAINT "tills_tenant_id_pk" PRIMARY KEY("tenant_id"),
	CONSTRAINT "tills_vat" CHECK (vat_percent between 1 and 50)
);
--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "tendered_minor" bigint;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "slip" text;--> statement-breakpoint
ALTER TABLE "day_closes" ADD CONSTRAINT "day_closes_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drawer_moves" ADD CONSTRAINT "drawer_moves_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drawer_moves" ADD CONSTRAINT "drawer_moves_tenant_id_session_id_drawer_sessions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","session_id") REFERENCES "public"."drawer_sessions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drawer_sessions" ADD CONSTRAINT "drawer_sessions_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sale_lines" ADD CONSTRAINT "sale_lines_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sale_lines" ADD CONSTRAINT "sale_lines_tenant_id_sale_id_sales_tenant_id_id_fk" FOREIGN KEY ("tenant_id","sale_id") REFERENCES "public"."sales"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sale_lines" ADD CONSTRAINT "sale_lines_tenant_id_service_id_services_tenant_id_id_fk" FOREIGN KEY ("tenant_id","service_id") REFERENCES "public"."services"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sale_lines" ADD CONSTRAINT "sale_lines_tenant_id_product_id_products_tenant_id_id_fk" FOREIGN KEY ("tenant_id","product_id") REFERENCES "public"."products"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sale_lines" ADD CONSTRAINT "sale_lines_tenant_id_staff_id_staff_tenant_id_id_fk" FOREIGN KEY ("tenant_id","staff_id") REFERENCES "public"."staff"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales" ADD CONSTRAINT "sales_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales" ADD CONSTRAINT "sales_tenant_id_booking_id_bookings_tenant_id_id_fk" FOREIGN KEY ("tenant_id","booking_id") REFERENCES "public"."bookings"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales" ADD CONSTRAINT "sales_tenant_id_visit_id_visits_tenant_id_id_fk" FOREIGN KEY ("tenant_id","visit_id") REFERENCES "public"."visits"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales" ADD CONSTRAINT "sales_tenant_id_customer_id_customers_tenant_id_id_fk" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tills" ADD CONSTRAINT "tills_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drawer_moves_of_session" ON "drawer_moves" USING btree ("tenant_id","session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "drawer_sessions_open" ON "drawer_sessions" USING btree ("tenant_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "drawer_sessions_newest" ON "drawer_sessions" USING btree ("tenant_id","opened_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sale_lines_in_order" ON "sale_lines" USING btree ("tenant_id","sale_id","position");--> statement-breakpoint
CREATE INDEX "sale_lines_by_staff" ON "sale_lines" USING btree ("tenant_id","staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sales_number" ON "sales" USING btree ("tenant_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "sales_of_booking" ON "sales" USING btree ("tenant_id","booking_id") WHERE status <> 'voided';--> statement-breakpoint
CREATE UNIQUE INDEX "sales_of_visit" ON "sales" USING btree ("tenant_id","visit_id") WHERE status <> 'voided';--> statement-breakpoint
CREATE INDEX "sales_newest" ON "sales" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "sales_open" ON "sales" USING btree ("tenant_id") WHERE status = 'open';--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_tenant_id_sale_id_sales_tenant_id_id_fk" FOREIGN KEY ("tenant_id","sale_id") REFERENCES "public"."sales"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_tenant_id_sale_id_sales_tenant_id_id_fk" FOREIGN KEY ("tenant_id","sale_id") REFERENCES "public"."sales"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_change" CHECK (tendered_minor >= amount_minor);