select fence_table('privacy_notices', 'select, insert, update');
--> statement-breakpoint
select fence_table(name::regclass, 'select, insert, update') from unnest(array['customer_merges', 'customer_imports']) as name;
--> statement-breakpoint
select fence_table('customer_import_rows', 'select, insert, update, delete');
--> statement-breakpoint

-- What somebody allowed goes with them when two customers turn out to be one person.
grant update (customer_id) on consents to clientpulse_app;
--> statement-breakpoint
-- The words told to a customer are erased with them; that the step was taken stays.
grant update (reason) on booking_changes to clientpulse_app;
--> statement-breakpoint

/*
 * Words without what a pattern finds in them. One word in small letters is left: so statuses and kinds are written, and
 * somebody whose name is the same must not change them.
 */
create function blotted(said text, pattern text) returns text language sql immutable as $$
  select case when said ~ '^[a-z_]+$' then said else regexp_replace(said, pattern, 'Erased customer', 'gi') end
$$;
--> statement-breakpoint
create function blotted(said text[], pattern text) returns text[] language sql immutable as $$
  select coalesce(array_agg(blotted(one, pattern) order by place), said) from unnest(said) with ordinality as t (one, place)
$$;
--> statement-breakpoint
create function blotted(said jsonb, pattern text) returns jsonb language plpgsql immutable as $$
begin
  return case jsonb_typeof(said)
    when 'string' then to_jsonb(blotted(said #>> '{}', pattern))
    when 'array' then (select coalesce(jsonb_agg(blotted(one, pattern) order by place), '[]')
      from jsonb_array_elements(said) with ordinality as t (one, place))
    when 'object' then (select coalesce(jsonb_object_agg(key, blotted(value, pattern)), '{}') from jsonb_each(said))
    else said end;
end $$;
--> statement-breakpoint
create function blotted(said json, pattern text) returns json language sql immutable as $$
  select blotted(said::jsonb, pattern)::json
$$;
--> statement-breakpoint

grant usage, create on schema public to clientpulse_platform;
--> statement-breakpoint
set role clientpulse_platform;
--> statement-breakpoint
/*
 * What is kept of somebody outside any business: codes on their way, messages that carried them, and a sign-in that opens
 * no business any more. In the transaction that erases them at the last one.
 */
create function door_forget(account uuid, addresses text[]) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from one_time_codes where destination = any(addresses) and purpose in ('portal_sign_in', 'portal_email', 'portal_phone');
  update messages m set to_address = '', subject = '', body = '', secret_until = null,
      status = case when m.status = 'queued' then 'failed' else m.status end
    from tenants t
    where t.id = m.tenant_id and t.kind = 'platform' and m.to_address = any(addresses) and m.template like 'portal-%';
  if account is not null and not exists (select 1 from customers c where c.account_id = account) then
    delete from account_sessions s where s.account_id = account;
    delete from accounts a where a.id = account;
  end if;
end $$;
--> statement-breakpoint
revoke execute on function door_forget(uuid, text[]) from public;
--> statement-breakpoint
grant execute on function door_forget(uuid, text[]) to clientpulse_app;
--> statement-breakpoint

reset role;
--> statement-breakpoint
revoke create on schema public from clientpulse_platform;
--> statement-breakpoint

/*
 * Takes numbers and addresses of somebody erased out of all words that the business of this scope has, and their names out
 * of the words about them, which are rows that point to one of `things`. Asked of the catalogue, so that a table somebody
 * adds is among them. The house's own people are left: somebody may be both.
 * It is the owner's: what is written once and changed by nobody has words in it, too. Its rows are fenced by the tenant of
 * the scope all the same.
 */
create function door_blot(things uuid[], names text, addresses text) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  had record;
  points text;
begin
  if tenant is null then raise exception 'no tenant'; end if;
  for had in
    select c.oid, c.oid::regclass as rel, a.attname as col from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname <> all(array['staff', 'invitations', 'members'])
      and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'json'::regtype, 'jsonb'::regtype)
      and exists (select 1 from pg_attribute t where t.attrelid = c.oid and t.attname = 'tenant_id' and t.attnum > 0)
      and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any(i.indkey))
    order by c.relname, a.attnum
  loop
    if addresses <> '' then
      execute format('update %s set %I = blotted(%I, $2) where tenant_id = $1 and %I::text ~* $2',
        had.rel, had.col, had.col, had.col) using tenant, addresses;
    end if;
    if names <> '' then
      select string_agg(format('%I = any($3)', u.attname), ' or ') into points from pg_attribute u
      where u.attrelid = had.oid and u.attnum > 0 and not u.attisdropped and u.atttypid = 'uuid'::regtype
        and u.attname <> 'tenant_id';
      if points is not null then
        execute format('update %s set %I = blotted(%I, $2) where tenant_id = $1 and (%s) and %I::text ~* $2',
          had.rel, had.col, had.col, points, had.col) using tenant, names, things;
      end if;
    end if;
  end loop;
end $$;
--> statement-breakpoint
revoke execute on function door_blot(uuid[], text, text) from public;
--> statement-breakpoint
grant execute on function door_blot(uuid[], text, text) to clientpulse_app;
