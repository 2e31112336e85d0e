select fence_table(name::regclass, 'select, insert, delete') from unnest(array['day_sums', 'day_parts']) as name;
--> statement-breakpoint
/*
 * A day of which something changes is added up anew: by whoever asks, until it is kept again. Whoever adds days up has the
 * lock alone, or leaves it; those who change something share it, and come either before, and are seen, or after, and find
 * what to take out. Of the ledger nothing is changed, and no entry is without its transaction.
 */
create function day_counts_anew() returns trigger language plpgsql as $$
declare
  tenants uuid[];
  days date[];
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('day sums ' || c.tenant_id, 0))
    from (select distinct tenant_id from changed) c;
  if tg_table_name = 'sale_lines' then
    select array_agg(f.tenant_id), array_agg(f.day) into tenants, days
      from (select distinct l.tenant_id, l.day from changed c
        join ledger_transactions l on l.tenant_id = c.tenant_id and l.sale_id = c.sale_id) f;
  else
    select array_agg(f.tenant_id), array_agg(f.day) into tenants, days
      from (select distinct tenant_id, day from changed) f;
  end if;
  delete from day_parts d using unnest(tenants, days) f (tenant_id, day) where d.tenant_id = f.tenant_id and d.day = f.day;
  delete from day_sums d using unnest(tenants, days) f (tenant_id, day) where d.tenant_id = f.tenant_id and d.day = f.day;
  return null;
end $$;
--> statement-breakpoint
create trigger ledger_transactions_added after insert on ledger_transactions
  referencing new table as changed for each statement execute function day_counts_anew();
--> statement-breakpoint
create trigger ledger_transactions_gone after delete on ledger_transactions
  referencing old table as changed for each statement execute function day_counts_anew();
--> statement-breakpoint
create trigger sale_lines_added after insert on sale_lines
  referencing new table as changed for each statement execute function day_counts_anew();
--> statement-breakpoint
create trigger sale_lines_changed after update on sale_lines
  referencing new table as changed for each statement execute function day_counts_anew();
--> statement-breakpoint
create trigger sale_lines_moved after update on sale_lines
  referencing old table as changed for each statement execute function day_counts_anew();
--> statement-breakpoint
create trigger sale_lines_gone after delete on sale_lines
  referencing old table as changed for each statement execute function day_counts_anew();
