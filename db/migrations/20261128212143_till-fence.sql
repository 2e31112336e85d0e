select fence_table(name::regclass, 'select, insert, update')
from unnest(array['tills', 'products', 'sales', 'drawer_sessions']) as name;
--> statement-breakpoint
-- While a sale is open its lines are written anew; what was counted and why money left the drawer stays.
select fence_table('sale_lines', 'select, insert, delete');
--> statement-breakpoint
select fence_table(name::regclass, 'select, insert') from unnest(array['drawer_moves', 'day_closes']) as name;
--> statement-breakpoint
revoke update, delete on drawer_moves, day_closes from clientpulse_platform;
--> statement-breakpoint
-- A day that is closed takes nothing more. Who writes and who closes wait for one another, so neither misses the other;
-- where the clock says a closed day, the ledger's writer has chosen the next open one before.
create function ledger_day_is_open() returns trigger
language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('ledger ' || new.tenant_id, 0));
  if exists (select from day_closes where tenant_id = new.tenant_id and day = new.day) then
    raise exception 'the day % is closed', new.day using errcode = 'check_violation', constraint = 'ledger_day_open';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger ledger_transactions_day_open after insert on ledger_transactions
  for each row execute function ledger_day_is_open();
