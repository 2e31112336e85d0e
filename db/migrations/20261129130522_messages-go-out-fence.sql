select fence_table('message_settings', 'select, insert, update');
--> statement-breakpoint

-- What was on its way before is taken up as it stands.
update messages set next_try_at = created_at where status = 'queued';
--> statement-breakpoint

grant create on schema public to clientpulse_platform;
--> statement-breakpoint
set role clientpulse_platform;
--> statement-breakpoint

-- A delivery report names a message by its sender's own number for it, and no tenant.
create function door_messages_by_provider(provider text) returns table (tenant_id uuid, message_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
  select m.tenant_id, m.id from messages m where m.provider_id = provider limit 10
$$;
--> statement-breakpoint
revoke execute on function door_messages_by_provider(text) from public;
--> statement-breakpoint
grant execute on function door_messages_by_provider(text) to clientpulse_app;
--> statement-breakpoint

-- Whoever tells the network to send them nothing more says so to every business that writes to their number.
create function door_customers_of_phone(number text) returns table (tenant_id uuid, customer_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
  select c.tenant_id, c.id from tenants t join customers c on c.tenant_id = t.id and c.phone = number limit 1000
$$;
--> statement-breakpoint
revoke execute on function door_customers_of_phone(text) from public;
--> statement-breakpoint
grant execute on function door_customers_of_phone(text) to clientpulse_app;
--> statement-breakpoint

reset role;
--> statement-breakpoint
revoke create on schema public from clientpulse_platform;
