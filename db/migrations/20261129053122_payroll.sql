CREATE TABLE "advances" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"paid_from" text NOT NULL,
	"note" text NOT NULL,
	"day" date NOT NULL,
	"undoes" uuid,
	"by_user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "advances_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "advances_amount" CHECK ((amount_minor < 0) = (undoes is not null) and amount_minor <> 0)
);
--> statement-breakpoint
CREATE TABLE "commission_rates" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid,
	"about" text NOT NULL,
	"service_id" uuid,
	"product_id" uuid,
	"kind" text NOT NULL,
	"rate" integer NOT NULL,
	"from_day" date NOT NULL,
	"by_user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "commission_rates_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "commission_rates_sane" CHECK (rate >= 0 and (kind = 'amount' or rate <= 10000)),
	CONSTRAINT "commission_rates_about" CHECK ((about = 'service') = (service_id is not null) and (about = 'product') = (product_id is not null))
);
--> statement-breakpoint
CREATE TABLE "earnings" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"sale_id" uuid NOT NULL,
	"sale_line_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"base_minor" bigint NOT NULL,
	"rate_kind" text,
	"rate" integer,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "earnings_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "earnings_something" CHECK (amount_minor <> 0),
	CONSTRAINT "earnings_rated" CHECK ((kind = 'tip') = (rate is null) and num_nulls(rate, rate_kind) in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "payroll_periods" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"closed_by" uuid,
	"closed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "payroll_periods_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "payroll_periods_days" CHECK (from_day <= to_day)
);
--> statement-breakpoint
CREATE TABLE "payslips" (
	"tenant_id" uuid NOT NULL,
	"period_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"commission_minor" bigint NOT NULL,
	"tips_minor" bigint NOT NULL,
	"advances_minor" bigint NOT NULL,
	"brought_minor" bigint NOT NULL,
	"carried_minor" bigint NOT NULL,
	"pay_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"statement" text NOT NULL,
	"hash" text NOT NULL,
	"paid_from" text,
	"reference" text DEFAULT '' NOT NULL,
	"paid_by" uuid,
	"paid_at" timestamp with time zone,
	CONSTRAINT "payslips_tenant_id_period_id_staff_id_pk" PRIMARY KEY("tenant_id","period_id","staff_id"),
	CONSTRAINT "payslips_add_up" CHECK (brought_minor + commission_minor + tips_minor - advances_minor = pay_minor + carried_minor
        and pay_minor >= 0 and carried_minor <= 0 and brought_minor <= 0 and (pay_minor = 0 or carried_minor = 0)),
	CONSTRAINT "payslips_paid" CHECK (num_nulls(paid_from, paid_at) in (0, 2))
);
--> statement-breakpoint
ALTER TABLE "advances" ADD CONSTRAINT "advances_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advances" ADD CONSTRAINT "advances_tenant_id_staff_id_staff_tenant_id_id_fk" FOREIGN KEY ("tenant_id","staff_id") REFERENCES "public"."staff"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commission_rates" ADD CONSTRAINT "commission_rates_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commission_rates" ADD CONSTRAINT "commission_rates_tenant_id_staff_id_staff_tenant_id_id_fk" FOREIGN KEY ("tenant_id","staff_id") REFERENCES "public"."staff"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commission_rates" ADD CONSTRAINT "commission_rates_tenant_id_service_id_services_tenant_id_id_fk" FOREIGN KEY ("tenant_id","service_id") REFERENCES "public"."services"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commission_rates" ADD CONSTRAINT "commission_rates_tenant_id_product_id_products_tenant_id_id_fk" FOREIGN KEY ("tenant_id","product_id") REFERENCES "public"."products"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "earnings" ADD CONSTRAINT "earnings_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "earnings" ADD CONSTRAINT "earnings_tenant_id_staff_id_staff_tenant_id_id_fk" FOREIGN KEY ("tenant_id","staff_id") REFERENCES "public"."staff"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "earnings" ADD CONSTRAINT "earnings_tenant_id_sale_id_sales_tenant_id_id_fk" FOREIGN KEY ("tenant_id","sale_id") REFERENCES "public"."sales"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payroll_periods" ADD CONSTRAINT "payroll_periods_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payslips" ADD CONSTRAINT "payslips_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payslips" ADD CONSTRAINT "payslips_tenant_id_period_id_payroll_periods_tenant_id_id_fk" FOREIGN KEY ("tenant_id","period_id") REFERENCES "public"."payroll_periods"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payslips" ADD CONSTRAINT "payslips_tenant_id_staff_id_staff_tenant_id_id_fk" FOREIGN KEY ("tenant_id","staff_id") REFERENCES "public"."staff"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "advances_undone" ON "advances" USING btree ("tenant_id","undoes");--> statement-breakpoint
CREATE INDEX "advances_by_day" ON "advances" USING btree ("tenant_id","day","staff_id");--> statement-breakpoint
CREATE INDEX "commission_rates_newest" ON "commission_rates" USING btree ("tenant_id","from_day");--> statement-breakpoint
CREATE UNIQUE INDEX "earnings_once" ON "earnings" USING btree ("tenant_id","source");--> statement-breakpoint
CREATE INDEX "earnings_by_day" ON "earnings" USING btree ("tenant_id","day","staff_id");--> statement-breakpoint
CREATE INDEX "earnings_by_sale" ON "earnings" USING btree ("tenant_id","sale_id");--> statement-breakpoint
CREATE INDEX "payroll_periods_newest" ON "payroll_periods" USING btree ("tenant_id","to_day");