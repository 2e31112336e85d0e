-- What Drizzle cannot say: the fence around every tenant's rows, least grants, and time that cannot be taken twice.

create extension if not exists btree_gist;
--> statement-breakpoint

/*
 * One call per tenant table. Row-level security is forced, so that it binds the table's owner too.
 * After its first use in a session the setting reads '' instead of null, hence nullif.
 */
create function fence_table(relation regclass, app_may text, key_column text default 'tenant_id') returns void
language plpgsql as $$
declare
  mine text := format('%I = nullif(current_setting(''app.tenant_id'', true), '''')::uuid', key_column);
begin
  execute format('alter table %s enable row level security', relation);
  execute format('alter table %s force row level security', relation);
  execute format('create policy tenant_isolation on %s for all to public using (%s) with check (%s)', relation, mine, mine);
  execute format('create policy across_tenants on %s for all to clientpulse_platform using (true) with check (true)', relation);
  execute format('grant %s on %s to clientpulse_app', app_may, relation);
  execute format('grant select, insert, update, delete on %s to clientpulse_platform', relation);
end $$;
--> statement-breakpoint
revoke execute on function fence_table(regclass, text, text) from public;
--> statement-breakpoint

select fence_table('tenants', 'select, update', 'id');
--> statement-breakpoint
select fence_table(name::regclass, 'select, insert, update, delete')
from unnest(array['members', 'staff_hours', 'staff_services', 'occupancies', 'idempotency', 'notification_reads', 'due']) as name;
--> statement-breakpoint
-- History is never deleted: these have no delete for the serving role.
select fence_table(name::regclass, 'select, insert, update')
from unnest(array['services', 'staff', 'customers', 'bookings', 'booking_lines', 'visits', 'notifications', 'messages', 'event_heads']) as name;
--> statement-breakpoint
select fence_table('events', 'select, insert');
--> statement-breakpoint
select fence_table('event_cursors', 'select');
--> statement-breakpoint

grant select, insert, update on users, sessions, accounts to clientpulse_app;
--> statement-breakpoint
grant select, insert, update, delete on users, sessions, accounts, access_tokens, worker_heartbeats to clientpulse_platform;
--> statement-breakpoint
grant insert on access_tokens to clientpulse_app;
--> statement-breakpoint
grant select on worker_heartbeats to clientpulse_app;
--> statement-breakpoint

-- Two people cannot be in one chair. Deferrable so that neighbours can be shifted in one statement.
alter table occupancies
  add constraint occupancies_no_overlap
  exclude using gist (tenant_id with =, staff_id with =, span with &&, lanes with &&) where (active)
  deferrable initially immediate;
--> statement-breakpoint
alter table occupancies add constraint occupancies_span_bounded
  check (not isempty(span) and not lower_inf(span) and not upper_inf(span));
--> statement-breakpoint
alter table bookings add constraint bookings_in_order check (starts_at < ends_at);
--> statement-breakpoint
alter table services add constraint services_sane check (duration_minutes > 0 and price_minor >= 0);
--> statement-breakpoint
alter table customers add constraint customers_phone_e164 check (phone ~ '^\+[1-9][0-9]{6,14}$');
--> statement-breakpoint

-- A counter row is updated by every change of its tenant: room on the page keeps those updates in place.
alter table event_heads set (fillfactor = 10);
--> statement-breakpoint
-- Heads and cursors are made with the tenant, whoever makes it: a tenant without a head could not record an event.
create function make_event_head() returns trigger language plpgsql as $$
begin
  insert into event_heads (tenant_id, epoch, seq) values (new.id, 1, 0);
  insert into event_cursors (tenant_id, consumer, seq) values (new.id, 'reactor', 0);
  return new;
end $$;
--> statement-breakpoint
create trigger tenants_event_head after insert on tenants for each row execute function make_event_head();
