-- The fence around what accounts brought, and doors that know of it.

-- Counters that a crash may lose: without a log, counting costs no wait for the disk.
alter table rate_limits set unlogged;
--> statement-breakpoint
select fence_table('invitations', 'select, insert, update');
--> statement-breakpoint
-- What was done stays as it was written.
select fence_table('audit_entries', 'select, insert');
--> statement-breakpoint
select fence_table('customer_keys', 'select, insert, update');
--> statement-breakpoint
select fence_table('tenant_secrets', 'select, insert, update, delete');
--> statement-breakpoint
revoke update, delete on audit_entries from clientpulse_platform;
--> statement-breakpoint

grant select, insert, update on user_tokens, one_time_codes, account_sessions to clientpulse_app;
--> statement-breakpoint
grant select, insert, update, delete on recovery_codes, rate_limits to clientpulse_app;
--> statement-breakpoint
grant select, insert, update, delete on user_tokens, one_time_codes, account_sessions, recovery_codes, rate_limits
  to clientpulse_platform;
--> statement-breakpoint

-- A business registers itself: its first transaction makes the tenant that it is fenced to.
grant insert on tenants to clientpulse_app;
--> statement-breakpoint
grant insert on event_cursors to clientpulse_app;
--> statement-breakpoint

alter table users add constraint users_phone_e164 check (phone ~ '^\+[1-9][0-9]{6,14}$');
--> statement-breakpoint
alter table users add constraint users_email_lower check (email = lower(email));
--> statement-breakpoint
alter table one_time_codes add constraint one_time_codes_tries check (tries between 0 and 5);
--> statement-breakpoint

grant usage, create on schema public to clientpulse_platform;
--> statement-breakpoint
set role clientpulse_platform;
--> statement-breakpoint
drop function door_memberships(uuid);
--> statement-breakpoint
-- All of them, whatever their status: the page says what it means. Who may enter is asked of the status.
create function door_memberships(of_user uuid)
returns table (tenant_id uuid, slug text, name text, role text, staff_id uuid, status text, status_reason text,
               second_factor_required boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id, t.slug, t.name, m.role, m.staff_id, t.status, t.status_reason, t.second_factor_required
  from members m join tenants t on t.id = m.tenant_id
  where m.user_id = of_user and m.removed_at is null and t.kind = 'business'
  order by t.name, t.id
$$;
--> statement-breakpoint
-- A platform admin looks at the reserved tenant's log as a member looks at a business's.
create or replace function door_rights(session_ids uuid[], tenant_ids uuid[], at timestamptz)
returns table (session_id uuid, tenant_id uuid, user_id uuid, role text, staff_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.id, t.id, s.user_id, coalesce(m.role, 'platform_admin'), m.staff_id
  from unnest(session_ids, tenant_ids) as asked (session_id, tenant_id)
  join sessions s on s.id = asked.session_id and s.revoked_at is null and s.expires_at > at and not s.awaits_second_factor
    and s.last_seen_at > at - interval '7 days'
  join users u on u.id = s.user_id and u.disabled_at is null
  join tenants t on t.id = asked.tenant_id and t.status in ('active', 'pending')
    and (not t.second_factor_required or u.totp_confirmed_at is not null)
  left join members m on m.tenant_id = t.id and m.user_id = s.user_id and m.removed_at is null
  where m.user_id is not null and t.kind = 'business' or u.platform_admin and t.kind = 'platform'
$$;
--> statement-breakpoint
-- Who is told of what happens to the platform itself.
create function door_platform_admins()
returns table (user_id uuid, email text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select u.id, u.email from users u where u.platform_admin and u.disabled_at is null and u.email is not null order by u.id
$$;
--> statement-breakpoint
revoke execute on function door_memberships(uuid), door_platform_admins() from public;
--> statement-breakpoint
grant execute on function door_memberships(uuid), door_platform_admins() to clientpulse_app;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from clientpulse_platform;
--> statement-breakpoint

-- The reserved row whose log carries the platform's own events. The fence binds the owner, too.
select set_config('app.tenant_id', 'de301aee-c267-8a7a-a0d3-cafa087f3b75', true);
--> statement-breakpoint
insert into tenants (id, kind, slug, name, business_type, city, phone, time_zone, status, policy)
values ('de301aee-c267-8a7a-a0d3-cafa087f3b75', 'platform', '_platform', 'ClientPulse', 'multi_service', 'Nairobi', '+254700000000',
  'Africa/Nairobi', 'active', '{"noticeMinutes":0,"horizonDays":0,"stepMinutes":15,"buffers":"larger","confirm":"desk"}')
on conflict do nothing;
--> statement-breakpoint
select set_config('app.tenant_id', '', true);
