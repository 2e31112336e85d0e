ALTER TABLE "bookings" ADD COLUMN "series_id" uuid;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "series_weeks" smallint;--> statement-breakpoint
CREATE INDEX "bookings_by_series" ON "bookings" USING btree ("tenant_id","series_id","starts_at") WHERE series_id is not null;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_series_whole" CHECK ((series_id is null) = (series_weeks is null));