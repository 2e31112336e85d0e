select fence_table('customer_notes', 'select, insert');
--> statement-breakpoint
-- What was written stays as it was written; it can be struck.
grant update (struck_at, struck_by) on customer_notes to clientpulse_app;
--> statement-breakpoint
select fence_table('customer_favourites', 'select, insert, delete');
--> statement-breakpoint
select fence_table('customer_segments', 'select, insert, update, delete');
--> statement-breakpoint
select fence_table('booking_handovers', 'select, insert');
--> statement-breakpoint
grant update (undone_at) on booking_handovers to clientpulse_app;
--> statement-breakpoint
create extension if not exists pg_trgm;
--> statement-breakpoint
create extension if not exists btree_gin;
--> statement-breakpoint
-- Tags are looked for by a piece of them, too. Joining an array is called stable only for types whose words may change;
-- those of text do not.
create function tag_words(tags text[]) returns text
language sql immutable parallel safe as $$ select array_to_string(tags, ' ') $$;
--> statement-breakpoint
create index customers_searched on customers
  using gin (tenant_id, name gin_trgm_ops, tag_words(tags) gin_trgm_ops, phone gin_trgm_ops);
--> statement-breakpoint
-- Under row-level security no index may be asked whether a text is like another one (like is not leakproof), and reading
-- everybody a business knows takes too long. This door asks it, for the tenant that the transaction is fenced to and no
-- other, and answers ids alone: what belongs to them is read inside the fence.
grant usage, create on schema public to clientpulse_platform;
--> statement-breakpoint
set role clientpulse_platform;
--> statement-breakpoint
create function door_customers_like(words text, number text) returns table (id uuid)
language sql stable rows 200 security definer set search_path = pg_catalog, public as $$
  select c.id from customers c
  where c.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
    and (c.name ilike words or c.phone like number or tag_words(c.tags) ilike words)
$$;
--> statement-breakpoint
revoke execute on function door_customers_like(text, text) from public;
--> statement-breakpoint
grant execute on function door_customers_like(text, text) to clientpulse_app;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from clientpulse_platform;
