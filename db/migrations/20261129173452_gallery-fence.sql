select fence_table('gallery_pictures', 'select, insert, update, delete');
--> statement-breakpoint
grant usage, create on schema public to clientpulse_platform;
--> statement-breakpoint
set role clientpulse_platform;
--> statement-breakpoint
drop function door_tenant_by_slug(text);
--> statement-breakpoint
create function door_tenant_by_slug(wanted text)
returns table (id uuid, slug text, name text, business_type text, city text, phone text, time_zone text, currency text,
               locale text, colour text, logo text, status text, works_until timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id, t.slug, t.name, t.business_type, t.city, t.phone, t.time_zone, t.currency, t.locale, t.colour, t.logo,
    t.status, t.works_until
  from tenants t where t.slug = wanted and t.kind = 'business'
$$;
--> statement-breakpoint
revoke execute on function door_tenant_by_slug(text) from public;
--> statement-breakpoint
grant execute on function door_tenant_by_slug(text) to clientpulse_app;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from clientpulse_platform;
