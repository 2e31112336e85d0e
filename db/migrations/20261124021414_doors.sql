-- The doors: the only answers given before a tenant is known. Owned by the platform role, whose policies see every
-- tenant, they return ids, counters and public fields only. A catalogue test lists them; another one is another door.

grant usage, create on schema public to clientpulse_platform;
--> statement-breakpoint
set role clientpulse_platform;
--> statement-breakpoint

create function door_tenant_by_slug(wanted text)
returns table (id uuid, slug text, name text, business_type text, city text, phone text, time_zone text, currency text,
               locale text, colour text, status text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id, t.slug, t.name, t.business_type, t.city, t.phone, t.time_zone, t.currency, t.locale, t.colour, t.status
  from tenants t where t.slug = wanted and t.kind = 'business'
$$;
--> statement-breakpoint

create function door_open_tenants(search text, most int)
returns table (slug text, name text, business_type text, city text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.slug, t.name, t.business_type, t.city from tenants t
  where t.kind = 'business' and t.status = 'active'
    and (search = '' or t.name ilike '%' || replace(replace(replace(search, '\', '\\'), '%', '\%'), '_', '\_') || '%')
  order by t.name, t.slug limit least(most, 50)
$$;
--> statement-breakpoint

create function door_memberships(of_user uuid)
returns table (tenant_id uuid, slug text, name text, role text, staff_id uuid, status text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id, t.slug, t.name, m.role, m.staff_id, t.status
  from members m join tenants t on t.id = m.tenant_id
  where m.user_id = of_user and m.removed_at is null and t.status in ('active', 'pending')
  order by t.name
$$;
--> statement-breakpoint

-- Which of these sessions may still look at these tenants, and as what. One call answers for one stream or a thousand.
create function door_rights(session_ids uuid[], tenant_ids uuid[], at timestamptz)
returns table (session_id uuid, tenant_id uuid, user_id uuid, role text, staff_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.id, m.tenant_id, s.user_id, m.role, m.staff_id
  from unnest(session_ids, tenant_ids) as asked (session_id, tenant_id)
  join sessions s on s.id = asked.session_id and s.revoked_at is null and s.expires_at > at
  join users u on u.id = s.user_id and u.disabled_at is null
  join members m on m.tenant_id = asked.tenant_id and m.user_id = s.user_id and m.removed_at is null
  join tenants t on t.id = m.tenant_id and t.status in ('active', 'pending')
$$;
--> statement-breakpoint

create function door_tenant_of_token(token_hash text)
returns table (tenant_id uuid, kind text, subject_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
  select a.tenant_id, a.kind, a.subject_id from access_tokens a where a.hash = token_hash
$$;
--> statement-breakpoint

create function door_heads(of_tenants uuid[])
returns table (tenant_id uuid, epoch int, seq bigint)
language sql stable security definer set search_path = pg_catalog, public as $$
  select h.tenant_id, h.epoch, h.seq from event_heads h where h.tenant_id = any(of_tenants)
$$;
--> statement-breakpoint

revoke execute on function door_tenant_by_slug(text), door_open_tenants(text, int), door_memberships(uuid),
  door_rights(uuid[], uuid[], timestamptz), door_tenant_of_token(text), door_heads(uuid[]) from public;
--> statement-breakpoint
grant execute on function door_tenant_by_slug(text), door_open_tenants(text, int), door_memberships(uuid),
  door_rights(uuid[], uuid[], timestamptz), door_tenant_of_token(text), door_heads(uuid[]) to clientpulse_app;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from clientpulse_platform;
