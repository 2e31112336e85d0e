-- What happened to a booking stays as it was written.
select fence_table('booking_changes', 'select, insert');
--> statement-breakpoint
revoke update, delete on booking_changes from clientpulse_platform;
