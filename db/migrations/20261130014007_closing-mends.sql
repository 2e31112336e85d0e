/*
 * Somebody made up for a new business, with whatever was done with them since, books included: only the log stays, which then
 * names nobody. False for who stays because something real has come of it: whoever has brought a real customer or answers for
 * one, has paid real money, took something off the shelf, is in a day that was closed, or under whose number somebody has
 * signed in, booked, waited or agreed to something by themself.
 */
create or replace function door_remove_sample(of_customer uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  known bigint := 0;
  way record;
  done_with regclass;
  ids text;
begin
  -- Before anything of a sale, as whoever sells: nobody opens one while the numbers are put back.
  perform from tills t where t.tenant_id = tenant for update;
  perform from customers c where c.tenant_id = tenant and c.id = of_customer and c.is_sample for update;
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
        and (k.confrelid <> 'customers'::regclass or same.by_customer
          or k.conrelid = any(array['customers_apart', 'customer_merges']::regclass[]))
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
        case when way.is_somebodys then ' and (c.customer_id is null or c.customer_id = $2)'
          -- Whoever is real and one with them keeps them.
          when way.child = 'customer_merges'::regclass then ' and not exists (select from customers o
            where o.tenant_id = c.tenant_id and o.id in (c.kept_id, c.gone_id) and not o.is_sample)'
          else '' end)
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
    or exists (select from customers c where c.tenant_id = tenant and c.id = of_customer and c.account_id is not null)
    or exists (select from bookings b join pg_temp.going g on g.rel = 'bookings'::regclass and g.place = b.ctid
      where b.source <> 'desk')
    or exists (select from waitlist_entries w join pg_temp.going g on g.rel = 'waitlist_entries'::regclass and g.place = w.ctid
      where w.source <> 'desk')
    or exists (select from consents c join pg_temp.going g on g.rel = 'consents'::regclass and g.place = c.ctid
      where c.source in ('booking_page', 'portal', 'message'))
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
