select fence_table('api_keys', 'select, insert, update');
--> statement-breakpoint
grant usage, create on schema public to clientpulse_platform;
--> statement-breakpoint
set role clientpulse_platform;
--> statement-breakpoint
-- A key listens as the desk does, under its own id, for as long as it works.
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
  union all
  select k.id, t.id, k.id, 'front_desk', null
  from unnest(session_ids, tenant_ids) as asked (session_id, tenant_id)
  join api_keys k on k.tenant_id = asked.tenant_id and k.id = asked.session_id and k.revoked_at is null
    and (k.expires_at is null or k.expires_at > at) and 'events:read' = any (k.scopes)
  join tenants t on t.id = k.tenant_id and t.status in ('active', 'pending') and t.kind = 'business'
$$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from clientpulse_platform;
