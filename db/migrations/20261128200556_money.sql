CREATE TABLE "ledger_entries" (
	"tenant_id" uuid NOT NULL,
	"transaction_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"account" text NOT NULL,
	"debit_minor" bigint NOT NULL,
	"credit_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	CONSTRAINT "ledger_entries_tenant_id_transaction_id_position_pk" PRIMARY KEY("tenant_id","transaction_id","position"),
	CONSTRAINT "ledger_entries_one_side" CHECK ((debit_minor > 0 and credit_minor = 0) or (debit_minor = 0 and credit_minor > 0))
);
--> statement-breakpoint
CREATE TABLE "ledger_transactions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"payment_id" uuid,
	"sale_id" uuid,
	"booking_id" uuid,
	"refund_id" uuid,
	"by_user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ledger_transactions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "daraja_tokens" (
	"tenant_id" uuid NOT NULL,
	"account" text NOT NULL,
	"sealed" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"looks" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "daraja_tokens_tenant_id_account_pk" PRIMARY KEY("tenant_id","account")
);
--> statement-breakpoint
CREATE TABLE "mpesa_accounts" (
	"tenant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"store_number" text,
	"environment" text,
	"fault" text,
	"tested_at" timestamp with time zone,
	"next_look_at" timestamp with time zone,
	"pulled_to" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mpesa_accounts_tenant_id_pk" PRIMARY KEY("tenant_id")
);
--> statement-breakpoint
CREATE TABLE "mpesa_receipts" (
	"tenant_id" uuid NOT NULL,
	"receipt" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"paid_at" timestamp with time zone NOT NULL,
	"source" text NOT NULL,
	"payment_id" uuid,
	"settled_as" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mpesa_receipts_tenant_id_receipt_pk" PRIMARY KEY("tenant_id","receipt")
);
--> statement-breakpoint
CREATE TABLE "payment_callbacks" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"sealed" text NOT NULL,
	"listed" boolean NOT NULL,
	"times" smallint DEFAULT 1 NOT NULL,
	"read_at" timestamp with time zone,
	"verdict" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_callbacks_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"booking_id" uuid,
	"sale_id" uuid,
	"customer_id" uuid,
	"method" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"phone" text,
	"reference" text,
	"shortcode" text,
	"merchant_request_id" text,
	"checkout_request_id" text,
	"receipt" text,
	"proof" text,
	"result_code" text,
	"doubt" text,
	"asked_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"looks" smallint DEFAULT 0 NOT NULL,
	"said_paid" smallint DEFAULT 0 NOT NULL,
	"by_user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payments_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "payments_amount" CHECK (amount_minor > 0),
	CONSTRAINT "payments_for_one" CHECK ((purpose = 'deposit') = (booking_id is not null and sale_id is null))
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"payment_id" uuid,
	"booking_id" uuid,
	"sale_id" uuid,
	"customer_id" uuid,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"why" text NOT NULL,
	"status" text NOT NULL,
	"method" text,
	"note" text DEFAULT '' NOT NULL,
	"receipt" text,
	"not_before" timestamp with time zone NOT NULL,
	"by_user_id" uuid,
	"approved_by" uuid,
	"done_at" timestamp with time zone,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "refunds_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "refunds_amount" CHECK (amount_minor > 0)
);
--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "deposit_minor" bigint;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "deposit" text;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "deposit" jsonb;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_tenant_id_transaction_id_ledger_transactions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","transaction_id") REFERENCES "public"."ledger_transactions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daraja_tokens" ADD CONSTRAINT "daraja_tokens_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mpesa_accounts" ADD CONSTRAINT "mpesa_accounts_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mpesa_receipts" ADD CONSTRAINT "mpesa_receipts_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mpesa_receipts" ADD CONSTRAINT "mpesa_receipts_tenant_id_payment_id_payments_tenant_id_id_fk" FOREIGN KEY ("tenant_id","payment_id") REFERENCES "public"."payments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_callbacks" ADD CONSTRAINT "payment_callbacks_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_callbacks" ADD CONSTRAINT "payment_callbacks_tenant_id_payment_id_payments_tenant_id_id_fk" FOREIGN KEY ("tenant_id","payment_id") REFERENCES "public"."payments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_tenant_id_booking_id_bookings_tenant_id_id_fk" FOREIGN KEY ("tenant_id","booking_id") REFERENCES "public"."bookings"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_tenant_id_customer_id_customers_tenant_id_id_fk" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_tenant_id_payment_id_payments_tenant_id_id_fk" FOREIGN KEY ("tenant_id","payment_id") REFERENCES "public"."payments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_tenant_id_booking_id_bookings_tenant_id_id_fk" FOREIGN KEY ("tenant_id","booking_id") REFERENCES "public"."bookings"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_entries_by_account" ON "ledger_entries" USING btree ("tenant_id","account");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_transactions_once" ON "ledger_transactions" USING btree ("tenant_id","source");--> statement-breakpoint
CREATE INDEX "ledger_transactions_by_day" ON "ledger_transactions" USING btree ("tenant_id","day");--> statement-breakpoint
CREATE INDEX "ledger_transactions_by_sale" ON "ledger_transactions" USING btree ("tenant_id","sale_id") WHERE sale_id is not null;--> statement-breakpoint
CREATE INDEX "ledger_transactions_by_booking" ON "ledger_transactions" USING btree ("tenant_id","booking_id") WHERE booking_id is not null;--> statement-breakpoint
CREATE INDEX "mpesa_receipts_newest" ON "mpesa_receipts" USING btree ("tenant_id","paid_at");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_callbacks_once" ON "payment_callbacks" USING btree ("tenant_id","payment_id","hash");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_checkout" ON "payments" USING btree ("tenant_id","checkout_request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_receipt" ON "payments" USING btree ("tenant_id","receipt");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_reference" ON "payments" USING btree ("tenant_id","reference");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_prompt" ON "payments" USING btree ("tenant_id",coalesce(booking_id, sale_id)) WHERE method = 'prompt' and status in ('created', 'submitting', 'pending', 'unknown');--> statement-breakpoint
CREATE INDEX "payments_by_booking" ON "payments" USING btree ("tenant_id","booking_id") WHERE booking_id is not null;--> statement-breakpoint
CREATE INDEX "payments_by_sale" ON "payments" USING btree ("tenant_id","sale_id") WHERE sale_id is not null;--> statement-breakpoint
CREATE INDEX "payments_by_phone" ON "payments" USING btree ("tenant_id","phone","created_at") WHERE phone is not null;--> statement-breakpoint
CREATE INDEX "payments_newest" ON "payments" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_of_booking" ON "refunds" USING btree ("tenant_id","booking_id","payment_id") WHERE why in ('cancelled', 'declined', 'late') and status <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "refunds_newest" ON "refunds" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "refunds_by_sale" ON "refunds" USING btree ("tenant_id","sale_id") WHERE sale_id is not null;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_deposit_whole" CHECK ((deposit is null) = (deposit_minor is null) and deposit_minor > 0);