CREATE TABLE "moved_rows" (
	"tenant_id" uuid NOT NULL,
	"model" text NOT NULL,
	"old_id" text NOT NULL,
	"new_id" uuid NOT NULL,
	"merged" boolean DEFAULT false NOT NULL,
	"digest" text NOT NULL,
	"run" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "moved_rows_tenant_id_model_old_id_pk" PRIMARY KEY("tenant_id","model","old_id")
);
--> statement-breakpoint
CREATE TABLE "moves_in" (
	"tenant_id" uuid PRIMARY KEY NOT NULL,
	"times" text DEFAULT 'waiting' NOT NULL,
	"minutes" smallint DEFAULT 0 NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "moves_in_times" CHECK (times in ('waiting', 'right', 'moved')),
	CONSTRAINT "moves_in_minutes" CHECK ((minutes <> 0) = (times = 'moved')),
	CONSTRAINT "moves_in_decided" CHECK ((times = 'waiting') = (decided_at is null))
);
--> statement-breakpoint
ALTER TABLE "moved_rows" ADD CONSTRAINT "moved_rows_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moves_in" ADD CONSTRAINT "moves_in_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "moved_rows_by_new" ON "moved_rows" USING btree ("tenant_id","model","new_id");