CREATE TABLE "expense_photos" (
	"tenant_id" uuid NOT NULL,
	"expense_id" uuid NOT NULL,
	"content_type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"version" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "expense_photos_tenant_id_expense_id_pk" PRIMARY KEY("tenant_id","expense_id"),
	CONSTRAINT "expense_photos_small" CHECK (octet_length(bytes) between 1 and 614400)
);
--> statement-breakpoint
CREATE TABLE "expenses" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"category" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"description" text NOT NULL,
	"day" date NOT NULL,
	"paid_from" text NOT NULL,
	"for_stock" boolean DEFAULT false NOT NULL,
	"recurring_id" uuid,
	"due_day" date,
	"by_user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"voided_at" timestamp with time zone,
	"void_reason" text DEFAULT '' NOT NULL,
	"voided_by" uuid,
	CONSTRAINT "expenses_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "expenses_amount" CHECK (amount_minor > 0),
	CONSTRAINT "expenses_recurring" CHECK (num_nulls(recurring_id, due_day) in (0, 2)),
	CONSTRAINT "expenses_void" CHECK ((voided_at is null) = (void_reason = ''))
);
--> statement-breakpoint
CREATE TABLE "recurring_expenses" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"category" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"description" text NOT NULL,
	"every" text NOT NULL,
	"from_day" date NOT NULL,
	"next_day" date NOT NULL,
	"ended_at" timestamp with time zone,
	"by_user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recurring_expenses_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "recurring_expenses_amount" CHECK (amount_minor > 0),
	CONSTRAINT "recurring_expenses_days" CHECK (next_day >= from_day)
);
--> statement-breakpoint
ALTER TABLE "expense_photos" ADD CONSTRAINT "expense_photos_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expense_photos" ADD CONSTRAINT "expense_photos_tenant_id_expense_id_expenses_tenant_id_id_fk" FOREIGN KEY ("tenant_id","expense_id") REFERENCES "public"."expenses"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_tenant_id_recurring_id_recurring_expenses_tenant_id_id_fk" FOREIGN KEY ("tenant_id","recurring_id") REFERENCES "public"."recurring_expenses"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recurring_expenses" ADD CONSTRAINT "recurring_expenses_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "expenses_by_day" ON "expenses" USING btree ("tenant_id","day","id");--> statement-breakpoint
CREATE UNIQUE INDEX "expenses_once_due" ON "expenses" USING btree ("tenant_id","recurring_id","due_day") WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX "recurring_expenses_next" ON "recurring_expenses" USING btree ("tenant_id","next_day") WHERE ended_at is null;