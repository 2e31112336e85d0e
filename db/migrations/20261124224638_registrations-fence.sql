grant select, insert, update, delete on registrations to clientpulse_app;
--> statement-breakpoint
grant select, delete on registrations to clientpulse_platform;
