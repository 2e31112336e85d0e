CREATE TABLE "campaign_recipients" (
	"tenant_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"outcome" text DEFAULT 'waiting' NOT NULL,
	"channel" text,
	"why" text DEFAULT '' NOT NULL,
	"message_id" uuid,
	"voucher_id" uuid,
	"written_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaign_recipients_tenant_id_campaign_id_customer_id_pk" PRIMARY KEY("tenant_id","campaign_id","customer_id"),
	CONSTRAINT "campaign_recipients_outcome" CHECK (outcome in ('waiting', 'written', 'held'))
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"segment" jsonb NOT NULL,
	"segment_name" text NOT NULL,
	"channel" text NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"body" text NOT NULL,
	"body_sw" text DEFAULT '' NOT NULL,
	"reward_id" uuid,
	"status" text DEFAULT 'draft' NOT NULL,
	"send_at" timestamp with time zone,
	"paused_at" timestamp with time zone,
	"turn" smallint DEFAULT 0 NOT NULL,
	"waits_until" timestamp with time zone,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"by_user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaigns_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "campaigns_status_known" CHECK (status in ('draft', 'scheduled', 'sending', 'sent', 'cancelled')),
	CONSTRAINT "campaigns_channel_known" CHECK (channel in ('sms', 'email', 'any')),
	CONSTRAINT "campaigns_timed" CHECK (status = 'draft' or status = 'cancelled' or send_at is not null)
);
--> statement-breakpoint
CREATE TABLE "miss_you_letters" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"message_id" uuid,
	"voucher_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "miss_you_letters_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "miss_you_rules" (
	"tenant_id" uuid NOT NULL,
	"active" boolean NOT NULL,
	"channel" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"body_sw" text NOT NULL,
	"reward_id" uuid,
	"after_percent" smallint NOT NULL,
	"usual_days" smallint NOT NULL,
	"next_day" date,
	CONSTRAINT "miss_you_rules_tenant_id_pk" PRIMARY KEY("tenant_id"),
	CONSTRAINT "miss_you_rules_sane" CHECK (after_percent between 100 and 500 and usual_days between 7 and 365)
);
--> statement-breakpoint
ALTER TABLE "campaign_recipients" ADD CONSTRAINT "campaign_recipients_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_recipients" ADD CONSTRAINT "campaign_recipients_tenant_id_campaign_id_campaigns_tenant_id_id_fk" FOREIGN KEY ("tenant_id","campaign_id") REFERENCES "public"."campaigns"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_recipients" ADD CONSTRAINT "campaign_recipients_tenant_id_customer_id_customers_tenant_id_id_fk" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_recipients" ADD CONSTRAINT "campaign_recipients_tenant_id_message_id_messages_tenant_id_id_fk" FOREIGN KEY ("tenant_id","message_id") REFERENCES "public"."messages"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_recipients" ADD CONSTRAINT "campaign_recipients_tenant_id_voucher_id_vouchers_tenant_id_id_fk" FOREIGN KEY ("tenant_id","voucher_id") REFERENCES "public"."vouchers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_tenant_id_reward_id_rewards_tenant_id_id_fk" FOREIGN KEY ("tenant_id","reward_id") REFERENCES "public"."rewards"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "miss_you_letters" ADD CONSTRAINT "miss_you_letters_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "miss_you_letters" ADD CONSTRAINT "miss_you_letters_tenant_id_customer_id_customers_tenant_id_id_fk" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "miss_you_letters" ADD CONSTRAINT "miss_you_letters_tenant_id_visit_id_visits_tenant_id_id_fk" FOREIGN KEY ("tenant_id","visit_id") REFERENCES "public"."visits"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "miss_you_letters" ADD CONSTRAINT "miss_you_letters_tenant_id_message_id_messages_tenant_id_id_fk" FOREIGN KEY ("tenant_id","message_id") REFERENCES "public"."messages"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "miss_you_letters" ADD CONSTRAINT "miss_you_letters_tenant_id_voucher_id_vouchers_tenant_id_id_fk" FOREIGN KEY ("tenant_id","voucher_id") REFERENCES "public"."vouchers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "miss_you_rules" ADD CONSTRAINT "miss_you_rules_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "miss_you_rules" ADD CONSTRAINT "miss_you_rules_tenant_id_reward_id_rewards_tenant_id_id_fk" FOREIGN KEY ("tenant_id","reward_id") REFERENCES "public"."rewards"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_recipients_waiting" ON "campaign_recipients" USING btree ("tenant_id","campaign_id","customer_id") WHERE outcome = 'waiting';--> statement-breakpoint
CREATE INDEX "campaign_recipients_by_customer" ON "campaign_recipients" USING btree ("tenant_id","customer_id");--> statement-breakpoint
CREATE INDEX "campaign_recipients_written" ON "campaign_recipients" USING btree ("tenant_id","written_at") WHERE written_at is not null;--> statement-breakpoint
CREATE INDEX "campaigns_newest" ON "campaigns" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "miss_you_letters_once" ON "miss_you_letters" USING btree ("tenant_id","visit_id");--> statement-breakpoint
CREATE INDEX "miss_you_letters_by_customer" ON "miss_you_letters" USING btree ("tenant_id","customer_id","created_at");--> statement-breakpoint
CREATE INDEX "miss_you_letters_newest" ON "miss_you_letters" USING btree ("tenant_id","created_at");