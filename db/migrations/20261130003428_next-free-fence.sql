grant usage, create on schema public to clientpulse_platform;
--> statement-breakpoint
set role clientpulse_platform;
--> statement-breakpoint
-- Whoever looks for a business is told when it has time; whether that still holds, its log says.
create function door_heads_at(slugs text[])
returns table (slug text, tenant_id uuid, "position" text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.slug, t.id, h.epoch || '-' || h.seq from tenants t join event_heads h on h.tenant_id = t.id
  where t.slug = any(slugs[1:60]) and t.kind = 'business' and t.status = 'active'
$$;
--> statement-breakpoint
revoke execute on function door_heads_at(text[]) from public;
--> statement-breakpoint
grant execute on function door_heads_at(text[]) to clientpulse_app;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from clientpulse_platform;
