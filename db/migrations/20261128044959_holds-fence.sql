-- Times that were kept and fees that were owed stay known.
select fence_table(name::regclass, 'select, insert, update') from unnest(array['holds', 'booking_fees']) as name;
--> statement-breakpoint
alter table holds add constraint holds_for_one check (num_nonnulls(booking_id, visitor) = 1);
--> statement-breakpoint
alter table holds add constraint holds_in_order check (starts_at < ends_at);
--> statement-breakpoint
alter table booking_fees add constraint booking_fees_sane check (amount_minor > 0 and status in ('owed', 'waived', 'taken_back'));
--> statement-breakpoint
-- A hold ends by itself, and only a hold does.
alter table occupancies add constraint occupancies_hold_ends check ((source = 'hold') = (expires_at is not null));
--> statement-breakpoint
-- What is overbooked on purpose lies over what is there; everything else is still in nobody's way.
alter table occupancies drop constraint occupancies_no_overlap;
--> statement-breakpoint
alter table occupancies
  add constraint occupancies_no_overlap
  exclude using gist (tenant_id with =, staff_id with =, span with &&, lanes with &&) where (active and source <> 'overbooking')
  deferrable initially immediate;
--> statement-breakpoint

-- How much of what was due before an instant is not done: what has failed too often lies there, and somebody should know.
grant create on schema public to clientpulse_platform;
--> statement-breakpoint
set role clientpulse_platform;
--> statement-breakpoint
create function door_overdue(before timestamptz) returns table (work bigint)
language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*) from due where done_at is null and due_at < before
$$;
--> statement-breakpoint
revoke execute on function door_overdue(timestamptz) from public;
--> statement-breakpoint
grant execute on function door_overdue(timestamptz) to clientpulse_app;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from clientpulse_platform;
