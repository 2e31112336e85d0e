-- Whose addresses nobody else may have is asked by whoever gives one; the rest is for the platform alone.
grant select, insert, update on deleted_tenants to clientpulse_platform;
--> statement-breakpoint
grant select (id, slugs) on deleted_tenants to clientpulse_app;
--> statement-breakpoint
-- However a business comes to an address: nobody is led to a stranger by a poster of one that is gone. It itself may come back.
create function slug_is_free() returns trigger language plpgsql as $$
begin
  if exists (select from deleted_tenants d where d.slugs @> array[new.slug] and d.id <> new.id) then
    raise exception 'the address % was that of a business that is gone', new.slug
      using errcode = 'unique_violation', constraint = 'tenants_slug_unique', table = 'tenants';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger tenants_slug_free before insert or update of slug on tenants for each row execute function slug_is_free();
--> statement-breakpoint
/*
 * Rows of one table of a business whose time is over, some at once: history, too, which nobody else may delete. The owner's,
 * whom forced row-level security binds to that one business. Rows that others of the same table point to go after those.
 */
create function door_delete_closed(of_tenant uuid, relation regclass, at timestamptz, most int) returns bigint
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  alone text;
  gone bigint;
begin
  perform set_config('app.tenant_id', of_tenant::text, true);
  perform from tenants where id = of_tenant and kind = 'business' and closes_at <= at;
  if not found then raise exception 'this business is not to be deleted'; end if;
  select coalesce(string_agg(format(' and not exists (select from %s o where o.ctid <> t.ctid and %s)', relation, same), ''), '')
    into alone
    from pg_constraint k, lateral (
      select string_agg(format('o.%I = t.%I', f.attname, p.attname), ' and ') as same
      from unnest(k.conkey, k.confkey) as pair (from_column, to_column)
      join pg_attribute f on f.attrelid = relation and f.attnum = pair.from_column
      join pg_attribute p on p.attrelid = relation and p.attnum = pair.to_column) as columns
    where k.contype = 'f' and k.conrelid = relation and k.confrelid = relation;
  execute format('delete from %s where ctid = any(array(select t.ctid from %s t where t.tenant_id = $1%s limit $2))',
    relation, relation, alone) using of_tenant, most;
  get diagnostics gone = row_count;
  return gone;
end $$;
--> statement-breakpoint
revoke execute on function door_delete_closed(uuid, regclass, timestamptz, int) from public;
--> statement-breakpoint
grant execute on function door_delete_closed(uuid, regclass, timestamptz, int) to clientpulse_platform;
--> statement-breakpoint
/*
 * Somebody made up for a new business, with whatever was done with them since, books included: only the log stays, which then
 * names nobody. False for who stays because something real has come of it: whoever has brought a real customer or answers for
 * one, has paid real money, took something off the shelf, or is in a day that was closed.
 */
create function door_remove_sample(of_customer uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  known bigint := 0;
  way record;
  done_with regclass;
  ids text;
begin
  perform from customers c where c.tenant_id = tenant and c.id = of_customer and c.is_sample;
  if not found then return false; end if;
  create temporary table if not exists going (rel regclass, place tid, id text, primary key (rel, place)) on commit drop;
  delete from pg_temp.going;
  insert into pg_temp.going select 'customers'::regclass, c.ctid, c.id::text from customers c
    where c.tenant_id = tenant and c.id = of_customer;
  -- What points to a row that goes, goes along, unless it is somebody else's: that keeps it.
  while known < (select count(*) from pg_temp.going) loop
    known := (select count(*) from pg_temp.going);
    for way in
      select k.conrelid::regclass as child, k.confrelid::regclass as parent, same.columns,
        exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'customer_id') as is_somebodys
      from pg_constraint k, lateral (
        select string_agg(format('c.%I = p.%I', f.attname, t.attname), ' and ') as columns,
          bool_or(f.attname = 'customer_id') as by_customer
        from unnest(k.conkey, k.confkey) as pair (from_column, to_column)
        join pg_attribute f on f.attrelid = k.conrelid and f.attnum = pair.from_column
        join pg_attribute t on t.attrelid = k.confrelid and t.attnum = pair.to_column) as same
      where k.contype = 'f' and k.confrelid in (select g.rel from pg_temp.going g)
        and k.conrelid <> all(array['events', 'audit_entries', 'customers']::regclass[])
        and (k.confrelid <> 'customers'::regclass or same.by_customer or k.conrelid = 'customers_apart'::regclass)
      union all
      select 'ledger_transactions'::regclass, about.parent::regclass,
        format('c.tenant_id = p.tenant_id and c.%I = p.id', about.by_column), false
      from (values ('payments', 'payment_id'), ('sales', 'sale_id'), ('bookings', 'booking_id'), ('refunds', 'refund_id'))
        as about (parent, by_column)
      where about.parent::regclass in (select g.rel from pg_temp.going g)
    loop
      execute format('insert into pg_temp.going
        select %L::regclass, c.ctid, to_jsonb(c) ->> ''id'' from %s c join %s p on %s
        join pg_temp.going g on g.rel = %L::regclass and g.place = p.ctid
        where c.tenant_id = $1%s on conflict do nothing', way.child, way.child, way.parent, way.columns, way.parent,
        case when way.is_somebodys then ' and (c.customer_id is null or c.customer_id = $2)' else '' end)
        using tenant, of_customer;
    end loop;
  end loop;
  select string_agg(g.id, '|') into ids from pg_temp.going g;
  if exists (select from payments p join pg_temp.going g on g.rel = 'payments'::regclass and g.place = p.ctid
      where p.method in ('prompt', 'code') and p.status not in ('declined', 'expired', 'config_error'))
    or exists (select from ledger_transactions l
      join pg_temp.going g on g.rel = 'ledger_transactions'::regclass and g.place = l.ctid
      join day_closes d on d.tenant_id = l.tenant_id and d.day = l.day)
    or exists (select from pg_temp.going g where g.rel = 'stock_movements'::regclass)
  then return false; end if;
  begin
    update events set customer_id = null where tenant_id = tenant and customer_id = of_customer;
    update audit_entries set customer_id = null, before = null, after = null
      where tenant_id = tenant and customer_id = of_customer;
    delete from due d where d.tenant_id = tenant and d.payload::text ~ ids;
    delete from access_tokens a where a.tenant_id = tenant and a.subject_id::text ~ ids;
    delete from notification_reads r using notifications n where r.tenant_id = tenant and n.tenant_id = tenant
      and n.id = r.notification_id and n.entity_id::text ~ ids;
    delete from notifications n where n.tenant_id = tenant and n.entity_id::text ~ ids;
    loop
      select g.rel into done_with from pg_temp.going g
        where not exists (select from pg_constraint k where k.contype = 'f' and k.confrelid = g.rel and k.conrelid <> g.rel
          and k.conrelid in (select o.rel from pg_temp.going o))
        limit 1;
      exit when not found;
      execute format('delete from %s where ctid = any(array(select g.place from pg_temp.going g where g.rel = $1))', done_with)
        using done_with;
      delete from pg_temp.going g where g.rel = done_with;
    end loop;
    -- Sales go on being numbered without a gap.
    update tills t set last_number = coalesce((select max(s.number) from sales s where s.tenant_id = tenant), 0)
      where t.tenant_id = tenant;
    delete from tills t where t.tenant_id = tenant and t.last_number = 0 and t.vat_percent is null;
    return true;
  exception when foreign_key_violation then
    return false;
  end;
end $$;
--> statement-breakpoint
revoke execute on function door_remove_sample(uuid) from public;
--> statement-breakpoint
grant execute on function door_remove_sample(uuid) to clientpulse_app;
--> statement-breakpoint
grant usage, create on schema public to clientpulse_platform;
--> statement-breakpoint
set role clientpulse_platform;
--> statement-breakpoint
drop function door_memberships(uuid);
--> statement-breakpoint
-- A business that is being closed rests from then on, as one does that is not paid for.
create function door_memberships(of_user uuid)
returns table (tenant_id uuid, slug text, name text, role text, staff_id uuid, status text, status_reason text,
               second_factor_required boolean, works_until timestamptz, closes_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id, t.slug, t.name, m.role, m.staff_id, t.status, t.status_reason, t.second_factor_required,
    least(t.works_until, t.closing_since), t.closes_at
  from members m join tenants t on t.id = m.tenant_id
  where m.user_id = of_user and m.removed_at is null and t.kind = 'business'
  order by t.name, t.id
$$;
--> statement-breakpoint
drop function door_tenant_by_slug(text);
--> statement-breakpoint
create function door_tenant_by_slug(wanted text)
returns table (id uuid, slug text, name text, business_type text, city text, phone text, time_zone text, currency text,
               locale text, colour text, logo text, status text, works_until timestamptz, address text, map_link text,
               whatsapp text, about text, about_sw text, listed boolean, is_closing boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id, t.slug, t.name, t.business_type, t.city, t.phone, t.time_zone, t.currency, t.locale, t.colour, t.logo,
    t.status, least(t.works_until, t.closing_since), t.address, t.map_link, t.whatsapp, t.about, t.about_sw, t.listed,
    t.closing_since is not null
  from tenants t
  where t.kind = 'business' and (t.slug = wanted or t.former_slugs @> array[wanted])
  order by t.slug = wanted desc limit 1
$$;
--> statement-breakpoint
create or replace function door_open_tenants(search text, most int)
returns table (slug text, name text, business_type text, city text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.slug, t.name, t.business_type, t.city from tenants t
  where t.kind = 'business' and t.status = 'active' and t.listed and t.closing_since is null
    and (search = '' or t.name ilike '%' || replace(replace(replace(search, '\', '\\'), '%', '\%'), '_', '\_') || '%')
  order by t.name, t.slug limit least(most, 50)
$$;
--> statement-breakpoint
create or replace function door_open_slugs(skip int, most int)
returns table (slug text, total bigint)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.slug, count(*) over () from tenants t
  where t.kind = 'business' and t.status = 'active' and t.listed and t.closing_since is null
  order by t.slug offset greatest(skip, 0) limit least(most, 5000)
$$;
--> statement-breakpoint
create or replace function door_find_tenants(words text[], of_type text, at timestamptz, skip int, most int)
returns table (slug text, name text, business_type text, city text, address text, colour text, logo text, time_zone text,
               hours json, total bigint)
language sql stable security definer set search_path = pg_catalog, public as $$
  with found as (
    select t.*, count(*) over () as total from tenants t
    where t.kind = 'business' and t.status = 'active' and t.listed and (t.works_until is null or t.works_until > at)
      and t.closing_since is null
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
create or replace function door_testimonials(most int)
returns table (business text, city text, rating smallint, words text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.name, t.city, s.rating, s.words from testimonials s join tenants t on t.id = s.tenant_id
  where s.status = 'approved' and t.kind = 'business' and t.status = 'active' and t.closing_since is null
  order by s.decided_at desc limit least(most, 20)
$$;
--> statement-breakpoint
revoke execute on function door_memberships(uuid), door_tenant_by_slug(text) from public;
--> statement-breakpoint
grant execute on function door_memberships(uuid), door_tenant_by_slug(text) to clientpulse_app;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from clientpulse_platform;
