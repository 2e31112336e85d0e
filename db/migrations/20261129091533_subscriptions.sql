CREATE TABLE "plans" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"monthly_minor" bigint NOT NULL,
	"yearly_minor" bigint NOT NULL,
	"currency" text DEFAULT 'KES' NOT NULL,
	"members" integer,
	"active_customers" integer,
	"messages" integer,
	"offered" boolean DEFAULT true NOT NULL,
	"tried" boolean DEFAULT false NOT NULL,
	"position" smallint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plans_price" CHECK (monthly_minor > 0 and yearly_minor > 0 and monthly_minor % 100 = 0 and yearly_minor % 100 = 0),
	CONSTRAINT "plans_limits" CHECK (members > 0 and active_customers > 0 and messages >= 0)
);
--> statement-breakpoint
CREATE TABLE "subscription_credits" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"why" text NOT NULL,
	"invoice_id" uuid,
	"source" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscription_credits_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "subscription_invoices" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"due_on" date NOT NULL,
	"lines" jsonb NOT NULL,
	"credit_used_minor" bigint DEFAULT 0 NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"target" jsonb NOT NULL,
	"asked" smallint DEFAULT 0 NOT NULL,
	"paid_at" timestamp with time zone,
	"paid_by" text,
	"receipt" text,
	"payment_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscription_invoices_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "subscription_invoices_amount" CHECK (amount_minor >= 0 and credit_used_minor >= 0),
	CONSTRAINT "subscription_invoices_paid" CHECK ((status = 'paid') = (paid_at is not null and paid_by is not null))
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"tenant_id" uuid NOT NULL,
	"plan_id" text NOT NULL,
	"interval" text NOT NULL,
	"status" text NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"price_minor" bigint NOT NULL,
	"anchor_on" date NOT NULL,
	"cancels_at_end" boolean DEFAULT false NOT NULL,
	"payer_phone" text,
	"next_number" integer DEFAULT 1 NOT NULL,
	"next_look_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscriptions_tenant_id_pk" PRIMARY KEY("tenant_id"),
	CONSTRAINT "subscriptions_period" CHECK (period_start < period_end and price_minor >= 0)
);
--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_for_one";--> statement-breakpoint
DROP INDEX "payments_one_prompt";--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "invoice_id" uuid;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "business_id" uuid;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "works_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "subscription_credits" ADD CONSTRAINT "subscription_credits_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription_credits" ADD CONSTRAINT "subscription_credits_tenant_id_invoice_id_subscription_invoices_tenant_id_id_fk" FOREIGN KEY ("tenant_id","invoice_id") REFERENCES "public"."subscription_invoices"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription_invoices" ADD CONSTRAINT "subscription_invoices_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "plans_tried" ON "plans" USING btree ("tried") WHERE tried;--> statement-breakpoint
CREATE UNIQUE INDEX "subscription_credits_once" ON "subscription_credits" USING btree ("tenant_id","source");--> statement-breakpoint
CREATE INDEX "subscription_credits_newest" ON "subscription_credits" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "subscription_invoices_number" ON "subscription_invoices" USING btree ("tenant_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "subscription_invoices_open" ON "subscription_invoices" USING btree ("tenant_id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "payments_by_invoice" ON "payments" USING btree ("tenant_id","invoice_id") WHERE invoice_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_prompt" ON "payments" USING btree ("tenant_id",coalesce(booking_id, sale_id, invoice_id)) WHERE method = 'prompt' and status in ('created', 'submitting', 'pending', 'unknown');--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_for_one" CHECK (num_nonnulls(booking_id, sale_id, invoice_id) = 1 and (purpose = 'deposit') = (booking_id is not null)
        and (purpose = 'sale') = (sale_id is not null) and (invoice_id is null) = (business_id is null));