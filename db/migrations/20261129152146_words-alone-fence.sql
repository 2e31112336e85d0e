-- Words of people are taken out of words of people alone: a code of three capitals in a payload is a currency.
create or replace function blotted(said jsonb, pattern text) returns jsonb language plpgsql immutable as $$
begin
  return case jsonb_typeof(said)
    when 'string' then case when said #>> '{}' ~ '^([A-Z]{3}|[a-z_.]+)$' then said else to_jsonb(blotted(said #>> '{}', pattern)) end
    when 'array' then (select coalesce(jsonb_agg(blotted(one, pattern) order by place), '[]')
      from jsonb_array_elements(said) with ordinality as t (one, place))
    when 'object' then (select coalesce(jsonb_object_agg(key, blotted(value, pattern)), '{}') from jsonb_each(said))
    else said end;
end $$;
--> statement-breakpoint

/*
 * Takes numbers and addresses of somebody erased out of all words that the business of this scope has, and their names out
 * of the words about them, which are rows that point to one of `things`. Asked of the catalogue, so that a table somebody
 * adds is among them. The house's own people are left: somebody may be both.
 * It is the owner's: what is written once and changed by nobody has words in it, too. Its rows are fenced by the tenant of
 * the scope all the same.
 * What only machines read is left alone: somebody may call themself Sale, or KES, or the code of a payment.
 */
create or replace function door_blot(things uuid[], names text, addresses text) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  had record;
  machines constant text[] := array['currency', 'cost_currency', 'receipt', 'reference', 'source', 'code', 'cause', 'template',
    'dedupe_key', 'provider_id', 'status', 'from_status', 'to_status', 'kind', 'by_kind', 'move', 'purpose', 'channel', 'method',
    'why', 'outcome', 'verdict', 'wording', 'transport', 'action', 'entity', 'route', 'key', 'hash', 'version', 'content_type',
    'colour', 'time_zone', 'locale', 'language', 'slug', 'endpoint', 'p256dh', 'auth', 'side', 'sealed_key', 'sealed', 'audience'];
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
      and a.attname <> all(machines) and not (c.relname in ('events', 'notifications') and a.attname = 'name')
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

grant usage, create on schema public to clientpulse_platform;
--> statement-breakpoint
set role clientpulse_platform;
--> statement-breakpoint
create or replace function door_forget(account uuid, addresses text[]) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  -- Nobody's but who has proved that they are theirs: any house could write anybody's number down and erase it.
  if account is null or exists (select 1 from customers c where c.account_id = account) then return; end if;
  delete from one_time_codes o where o.destination = any(addresses) and o.purpose in ('portal_sign_in', 'portal_email', 'portal_phone');
  update messages m set to_address = '', subject = '', body = '', secret_until = null,
      status = case when m.status in ('queued', 'sending') then 'failed' else m.status end
    from tenants t
    where t.id = m.tenant_id and t.kind = 'platform' and m.to_address = any(addresses) and m.template like 'portal-%';
  delete from account_sessions s where s.account_id = account;
  delete from accounts a where a.id = account;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from clientpulse_platform;
