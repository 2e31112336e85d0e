select fence_table(name::regclass, 'select, insert, update')
from unnest(array['rewards', 'vouchers', 'points_balances', 'reward_rules', 'referrals']) as name;
--> statement-breakpoint
select fence_table(name::regclass, 'select, insert') from unnest(array['points_entries', 'referral_codes']) as name;
--> statement-breakpoint
select fence_table('points_rates', 'select, insert, update, delete');
--> statement-breakpoint

-- What somebody has is the sum of their entries, whoever writes one; below nothing it does not go.
create function points_keep_balance() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  insert into points_balances (tenant_id, customer_id, points, visits)
  values (new.tenant_id, new.customer_id, 0, 0) on conflict do nothing;
  update points_balances set points = points + new.points, visits = visits + new.visits
  where tenant_id = new.tenant_id and customer_id = new.customer_id;
  return new;
end
$$;
--> statement-breakpoint
create trigger points_entries_balance after insert on points_entries
  for each row execute function points_keep_balance();
