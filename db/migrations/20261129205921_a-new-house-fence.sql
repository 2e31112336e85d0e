select fence_table('setup_steps', 'select, insert, update, delete');
--> statement-breakpoint
grant usage, create on schema public to clientpulse_platform;
--> statement-breakpoint
set role clientpulse_platform;
--> statement-breakpoint
drop function door_tenant_by_slug(text);
--> statement-breakpoint
-- An address of before leads to the house that had it; one of now comes first.
create function door_tenant_by_slug(wanted text)
returns table (id uuid, slug text, name text, business_type text, city text, phone text, time_zone text, currency text,
               locale text, colour text, logo text, status text, works_until timestamptz, address text, map_link text,
               whatsapp text, about text, about_sw text, listed boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id, t.slug, t.name, t.business_type, t.city, t.phone, t.time_zone, t.currency, t.locale, t.colour, t.logo,
    t.status, t.works_until, t.address, t.map_link, t.whatsapp, t.about, t.about_sw, t.listed
  from tenants t
  where t.kind = 'business' and (t.slug = wanted or t.former_slugs @> array[wanted])
  order by t.slug = wanted desc limit 1
$$;
--> statement-breakpoint
create or replace function door_open_tenants(search text, most int)
returns table (slug text, name text, business_type text, city text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.slug, t.name, t.business_type, t.city from tenants t
  where t.kind = 'business' and t.status = 'active' and t.listed
    and (search = '' or t.name ilike '%' || replace(replace(replace(search, '\', '\\'), '%', '\%'), '_', '\_') || '%')
  order by t.name, t.slug limit least(most, 50)
$$;
--> statement-breakpoint
create or replace function door_open_slugs(skip int, most int)
returns table (slug text, total bigint)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.slug, count(*) over () from tenants t
  where t.kind = 'business' and t.status = 'active' and t.listed
  order by t.slug offset greatest(skip, 0) limit least(most, 5000)
$$;
--> statement-breakpoint
-- Those that take bookings and want to be found, a page at a time: nothing that their own public pages do not show.
create function door_find_tenants(words text[], of_type text, at timestamptz, skip int, most int)
returns table (slug text, name text, business_type text, city text, address text, colour text, logo text, time_zone text,
               hours json, total bigint)
language sql stable security definer set search_path = pg_catalog, public as $$
  with found as (
    select t.*, count(*) over () as total from tenants t
    where t.kind = 'business' and t.status = 'active' and t.listed and (t.works_until is null or t.works_until > at)
      and (of_type = '' or t.business_type = of_type)
      and not exists (
        select 1 from unnest(words) as w (word)
        cross join lateral (select '%' || replace(replace(replace(w.word, '\', '\\'), '%', '\%'), '_', '\_') || '%') as p (like_word)
        where not (t.name ilike p.like_word or t.city ilike p.like_word or t.address ilike p.like_word or exists (
          select 1 from services s where s.tenant_id = t.id and s.active and s.archived_at is null
            and (s.name ilike p.like_word or s.category ilike p.like_word))))
    order by t.name, t.slug offset greatest(skip, 0) limit least(most, 60)
  )
  select f.slug, f.name, f.business_type, f.city, f.address, f.colour, f.logo, f.time_zone, json_build_object(
    'policy', json_build_object('closedOnHolidays', f.policy -> 'closedOnHolidays', 'openOnHolidays', f.policy -> 'openOnHolidays'),
    'hours', (select coalesce(json_agg(json_build_array(h.weekday, h.from_minute, h.to_minute)), '[]')
      from business_hours h where h.tenant_id = f.id),
    'days', (select coalesce(json_agg(json_build_array(d.date, d.windows, d.reason)), '[]')
      from business_days d where d.tenant_id = f.id and d.date between at::date - 2 and at::date + 10),
    'staff', (select coalesce(json_agg(json_build_object(
        'hours', (select coalesce(json_agg(json_build_array(h.weekday, h.from_minute, h.to_minute)), '[]')
          from staff_hours h where h.tenant_id = f.id and h.staff_id = p.id),
        'days', (select coalesce(json_agg(json_build_array(d.date, d.windows, '')), '[]')
          from staff_days d where d.tenant_id = f.id and d.staff_id = p.id and d.date between at::date - 2 and at::date + 10))), '[]')
      from staff p where p.tenant_id = f.id and p.active and p.archived_at is null
        and exists (select 1 from staff_services c where c.tenant_id = f.id and c.staff_id = p.id))), f.total
  from found f order by f.name, f.slug
$$;
--> statement-breakpoint
revoke execute on function door_tenant_by_slug(text), door_find_tenants(text[], text, timestamptz, int, int) from public;
--> statement-breakpoint
grant execute on function door_tenant_by_slug(text), door_find_tenants(text[], text, timestamptz, int, int) to clientpulse_app;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from clientpulse_platform;
