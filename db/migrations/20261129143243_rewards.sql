CREATE TABLE "points_balances" (
	"tenant_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"visits" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "points_balances_tenant_id_customer_id_pk" PRIMARY KEY("tenant_id","customer_id"),
	CONSTRAINT "points_balances_not_below" CHECK (points >= 0 and visits >= 0)
);
--> statement-breakpoint
CREATE TABLE "points_entries" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"visits" smallint DEFAULT 0 NOT NULL,
	"source" text NOT NULL,
	"sale_id" uuid,
	"voucher_id" uuid,
	"base_minor" bigint,
	"expires_at" timestamp with time zone,
	"reason" text DEFAULT '' NOT NULL,
	"by_user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "points_entries_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "points_entries_something" CHECK (points <> 0 or visits <> 0)
);
--> statement-breakpoint
CREATE TABLE "points_rates" (
	"tenant_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"minor_per_point" bigint,
	CONSTRAINT "points_rates_tenant_id_service_id_pk" PRIMARY KEY("tenant_id","service_id"),
	CONSTRAINT "points_rates_sane" CHECK (minor_per_point > 0)
);
--> statement-breakpoint
CREATE TABLE "referral_codes" (
	"tenant_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"code" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "referral_codes_tenant_id_customer_id_pk" PRIMARY KEY("tenant_id","customer_id")
);
--> statement-breakpoint
CREATE TABLE "referrals" (
	"tenant_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"referrer_id" uuid NOT NULL,
	"sale_id" uuid,
	"points" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "referrals_tenant_id_customer_id_pk" PRIMARY KEY("tenant_id","customer_id"),
	CONSTRAINT "referrals_of_two" CHECK (customer_id <> referrer_id),
	CONSTRAINT "referrals_points" CHECK (points >= 0)
);
--> statement-breakpoint
CREATE TABLE "reward_rules" (
	"tenant_id" uuid NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"minor_per_point" bigint DEFAULT 10000 NOT NULL,
	"expires_after_days" smallint,
	"referral_points" smallint DEFAULT 50 NOT NULL,
	"birthday_reward_id" uuid,
	"birthday_next" date,
	CONSTRAINT "reward_rules_tenant_id_pk" PRIMARY KEY("tenant_id"),
	CONSTRAINT "reward_rules_sane" CHECK (minor_per_point > 0 and expires_after_days between 1 and 3650 and referral_points between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "rewards" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"percent" smallint,
	"amount_minor" bigint,
	"currency" text NOT NULL,
	"points_required" integer,
	"visits_required" smallint,
	"service_ids" uuid[] DEFAULT '{}' NOT NULL,
	"last_day" date,
	"stock" integer,
	"valid_days" smallint DEFAULT 90 NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"by_user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rewards_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "rewards_worth" CHECK (case kind when 'discount' then num_nonnulls(percent, amount_minor) = 1
        when 'cashback' then percent is null and amount_minor is not null
        when 'free_service' then num_nonnulls(percent, amount_minor) = 0
        when 'gift' then num_nonnulls(percent, amount_minor) = 0 else false end),
	CONSTRAINT "rewards_sane" CHECK (percent between 1 and 100 and amount_minor > 0 and valid_days between 1 and 730),
	CONSTRAINT "rewards_cost" CHECK (points_required > 0 and visits_required > 0),
	CONSTRAINT "rewards_stock" CHECK (stock >= 0)
);
--> statement-breakpoint
CREATE TABLE "vouchers" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"reward_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"code" text NOT NULL,
	"status" text NOT NULL,
	"origin" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"percent" smallint,
	"amount_minor" bigint,
	"service_ids" uuid[] DEFAULT '{}' NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"visits" smallint DEFAULT 0 NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"cause" text,
	"expires_at" timestamp with time zone NOT NULL,
	"sale_id" uuid,
	"off_minor" bigint DEFAULT 0 NOT NULL,
	"redeemed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"by_user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vouchers_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "vouchers_status_known" CHECK (status in ('pending', 'redeemed', 'expired', 'cancelled')),
	CONSTRAINT "vouchers_redeemed" CHECK ((status = 'redeemed') = (sale_id is not null and redeemed_at is not null)),
	CONSTRAINT "vouchers_cost" CHECK (points >= 0 and visits >= 0 and off_minor >= 0)
);
--> statement-breakpoint
ALTER TABLE "points_balances" ADD CONSTRAINT "points_balances_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points_balances" ADD CONSTRAINT "points_balances_tenant_id_customer_id_customers_tenant_id_id_fk" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points_entries" ADD CONSTRAINT "points_entries_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points_entries" ADD CONSTRAINT "points_entries_tenant_id_customer_id_customers_tenant_id_id_fk" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points_entries" ADD CONSTRAINT "points_entries_tenant_id_sale_id_sales_tenant_id_id_fk" FOREIGN KEY ("tenant_id","sale_id") REFERENCES "public"."sales"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points_entries" ADD CONSTRAINT "points_entries_tenant_id_voucher_id_vouchers_tenant_id_id_fk" FOREIGN KEY ("tenant_id","voucher_id") REFERENCES "public"."vouchers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points_rates" ADD CONSTRAINT "points_rates_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points_rates" ADD CONSTRAINT "points_rates_tenant_id_service_id_services_tenant_id_id_fk" FOREIGN KEY ("tenant_id","service_id") REFERENCES "public"."services"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_codes" ADD CONSTRAINT "referral_codes_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_codes" ADD CONSTRAINT "referral_codes_tenant_id_customer_id_customers_tenant_id_id_fk" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_tenant_id_customer_id_customers_tenant_id_id_fk" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_tenant_id_referrer_id_customers_tenant_id_id_fk" FOREIGN KEY ("tenant_id","referrer_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_tenant_id_sale_id_sales_tenant_id_id_fk" FOREIGN KEY ("tenant_id","sale_id") REFERENCES "public"."sales"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_rules" ADD CONSTRAINT "reward_rules_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_rules" ADD CONSTRAINT "reward_rules_tenant_id_birthday_reward_id_rewards_tenant_id_id_fk" FOREIGN KEY ("tenant_id","birthday_reward_id") REFERENCES "public"."rewards"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewards" ADD CONSTRAINT "rewards_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vouchers" ADD CONSTRAINT "vouchers_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vouchers" ADD CONSTRAINT "vouchers_tenant_id_reward_id_rewards_tenant_id_id_fk" FOREIGN KEY ("tenant_id","reward_id") REFERENCES "public"."rewards"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vouchers" ADD CONSTRAINT "vouchers_tenant_id_customer_id_customers_tenant_id_id_fk" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vouchers" ADD CONSTRAINT "vouchers_tenant_id_sale_id_sales_tenant_id_id_fk" FOREIGN KEY ("tenant_id","sale_id") REFERENCES "public"."sales"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "points_entries_once" ON "points_entries" USING btree ("tenant_id","source");--> statement-breakpoint
CREATE INDEX "points_entries_by_customer" ON "points_entries" USING btree ("tenant_id","customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "points_entries_by_sale" ON "points_entries" USING btree ("tenant_id","sale_id") WHERE sale_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "referral_codes_code" ON "referral_codes" USING btree ("tenant_id","code");--> statement-breakpoint
CREATE INDEX "referrals_by_referrer" ON "referrals" USING btree ("tenant_id","referrer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "vouchers_code" ON "vouchers" USING btree ("tenant_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "vouchers_cause" ON "vouchers" USING btree ("tenant_id","cause") WHERE cause is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "vouchers_of_sale" ON "vouchers" USING btree ("tenant_id","sale_id") WHERE sale_id is not null;--> statement-breakpoint
CREATE INDEX "vouchers_by_customer" ON "vouchers" USING btree ("tenant_id","customer_id","created_at");--> statement-breakpoint
CREATE INDEX "vouchers_newest" ON "vouchers" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "vouchers_by_reward" ON "vouchers" USING btree ("tenant_id","reward_id");