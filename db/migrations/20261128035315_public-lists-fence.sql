-- Two more doors: which of these businesses are open now (asked for all open pages at once), and the public addresses of
-- all that are, a page at a time, for search engines.
grant usage, create on schema public to clientpulse_platform;
--> statement-breakpoint
set role clientpulse_platform;
--> statement-breakpoint

create function door_active_tenants(of_tenants uuid[])
returns table (id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id from tenants t where t.id = any(of_tenants) and t.kind = 'business' and t.status = 'active'
$$;
--> statement-breakpoint

create function door_open_slugs(skip int, most int)
returns table (slug text, total bigint)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.slug, count(*) over () from tenants t
  where t.kind = 'business' and t.status = 'active'
  order by t.slug offset greatest(skip, 0) limit least(most, 5000)
$$;
--> statement-breakpoint

revoke execute on function door_active_tenants(uuid[]), door_open_slugs(int, int) from public;
--> statement-breakpoint
grant execute on function door_active_tenants(uuid[]), door_open_slugs(int, int) to clientpulse_app;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from clientpulse_platform;
