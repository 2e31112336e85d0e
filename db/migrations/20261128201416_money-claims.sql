ALTER TABLE "daraja_tokens" ADD COLUMN "asked_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mpesa_accounts" ADD COLUMN "pulls" boolean;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "claimed" text;--> statement-breakpoint
ALTER TABLE "daraja_tokens" DROP COLUMN "looks";