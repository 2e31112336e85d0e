
select fence_table(name::regclass, 'select, insert, update') from unnest(array['queue_tickets', 'waitlist_entries', 'waitlist_offers']) as name;
--> statement-breakpoint
-- How the turns went and who was asked is never changed afterwards.
select fence_table(name::regclass, 'select, insert') from unnest(array['queue_steps', 'waitlist_log']) as name;
--> statement-breakpoint
alter table queue_tickets add constraint queue_tickets_sane check (
  number > 0 and status in ('waiting', 'called', 'served', 'left', 'removed') and (status in ('waiting', 'called')) = (ended_at is null)
);
--> statement-breakpoint
alter table waitlist_entries add constraint waitlist_entries_sane check (first_date <= last_date and (ended is null) = (ended_at is null));
