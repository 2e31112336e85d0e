select fence_table(name::regclass, 'select, insert, update') from unnest(array['subscriptions', 'subscription_invoices']) as name;
--> statement-breakpoint
select fence_table('subscription_credits', 'select, insert');
--> statement-breakpoint
revoke update, delete on subscription_credits from clientpulse_platform;
--> statement-breakpoint

-- Everybody reads what there is to be had; it is written in the platform's own scope alone.
alter table plans enable row level security;
--> statement-breakpoint
alter table plans force row level security;
--> statement-breakpoint
create policy plans_read on plans for select to public using (true);
--> statement-breakpoint
create policy plans_written on plans for all to public
  using (nullif(current_setting('app.tenant_id', true), '')::uuid = 'de301aee-c267-8a7a-a0d3-cafa087f3b75')
  with check (nullif(current_setting('app.tenant_id', true), '')::uuid = 'de301aee-c267-8a7a-a0d3-cafa087f3b75');
--> statement-breakpoint
grant select, insert, update on plans to clientpulse_app;
--> statement-breakpoint
grant select on plans to clientpulse_platform;
--> statement-breakpoint
select set_config('app.tenant_id', 'de301aee-c267-8a7a-a0d3-cafa087f3b75', true);
--> statement-breakpoint
insert into plans (id, name, about, monthly_minor, yearly_minor, members, active_customers, messages, tried, position) values
  ('starter', 'Starter', 'For one or two chairs.', 250000, 2500000, 3, 30, 100, false, 1),
  ('professional', 'Professional', 'For a team with a front desk.', 500000, 5000000, 10, 100, 500, true, 2),
  ('enterprise', 'Enterprise', 'For busy houses: nothing is counted.', 1200000, 12000000, null, null, null, false, 3);
--> statement-breakpoint
select set_config('app.tenant_id', '', true);
--> statement-breakpoint

grant usage, create on schema public to clientpulse_platform;
--> statement-breakpoint
set role clientpulse_platform;
--> statement-breakpoint
drop function door_memberships(uuid);
--> statement-breakpoint
create function door_memberships(of_user uuid)
returns table (tenant_id uuid, slug text, name text, role text, staff_id uuid, status text, status_reason text,
               second_factor_required boolean, works_until timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id, t.slug, t.name, m.role, m.staff_id, t.status, t.status_reason, t.second_factor_required, t.works_until
  from members m join tenants t on t.id = m.tenant_id
  where m.user_id = of_user and m.removed_at is null and t.kind = 'business'
  order by t.name, t.id
$$;
--> statement-breakpoint
drop function door_tenant_by_slug(text);
--> statement-breakpoint
create function door_tenant_by_slug(wanted text)
returns table (id uuid, slug text, name text, business_type text, city text, phone text, time_zone text, currency text,
               locale text, colour text, status text, works_until timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id, t.slug, t.name, t.business_type, t.city, t.phone, t.time_zone, t.currency, t.locale, t.colour, t.status,
    t.works_until
  from tenants t where t.slug = wanted and t.kind = 'business'
$$;
--> statement-breakpoint
revoke execute on function door_memberships(uuid), door_tenant_by_slug(text) from public;
--> statement-breakpoint
grant execute on function door_memberships(uuid), door_tenant_by_slug(text) to clientpulse_app;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from clientpulse_platform;
