ALTER TABLE "mpesa_accounts" ADD COLUMN "pulled_since" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "bookings_owing" ON "bookings" USING btree ("tenant_id","deposit_minor","created_at") WHERE deposit = 'due';--> statement-breakpoint
CREATE INDEX "ledger_transactions_by_payment" ON "ledger_transactions" USING btree ("tenant_id","payment_id") WHERE payment_id is not null;--> statement-breakpoint
CREATE INDEX "mpesa_receipts_unmatched" ON "mpesa_receipts" USING btree ("tenant_id","paid_at") WHERE payment_id is null and settled_as is null;--> statement-breakpoint
CREATE INDEX "mpesa_receipts_by_payment" ON "mpesa_receipts" USING btree ("tenant_id","payment_id") WHERE payment_id is not null;--> statement-breakpoint
CREATE INDEX "payments_claimed" ON "payments" USING btree ("tenant_id","claimed") WHERE claimed is not null;--> statement-breakpoint
CREATE INDEX "payments_doubted" ON "payments" USING btree ("tenant_id","created_at") WHERE doubt is not null;--> statement-breakpoint
CREATE INDEX "payments_by_word" ON "payments" USING btree ("tenant_id","settled_at") WHERE proof = 'word' and receipt is not null;--> statement-breakpoint
CREATE INDEX "refunds_open" ON "refunds" USING btree ("tenant_id","created_at") WHERE status not in ('done', 'withdrawn');--> statement-breakpoint
CREATE INDEX "refunds_by_payment" ON "refunds" USING btree ("tenant_id","payment_id") WHERE payment_id is not null;--> statement-breakpoint
CREATE INDEX "refunds_by_booking" ON "refunds" USING btree ("tenant_id","booking_id") WHERE booking_id is not null;--> statement-breakpoint
CREATE INDEX "refunds_by_receipt" ON "refunds" USING btree ("tenant_id","receipt") WHERE receipt is not null;