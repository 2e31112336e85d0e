select fence_table(name::regclass, 'select, insert, update')
from unnest(array['payments', 'payment_callbacks', 'mpesa_receipts', 'mpesa_accounts', 'refunds', 'daraja_tokens']) as name;
--> statement-breakpoint
select fence_table(name::regclass, 'select, insert') from unnest(array['ledger_transactions', 'ledger_entries']) as name;
--> statement-breakpoint
-- What was written about money stays: neither the serving role nor the one across tenants changes or takes out a line.
revoke update, delete on ledger_transactions, ledger_entries from clientpulse_platform;
--> statement-breakpoint
-- Looked at when the transaction is about to be kept: as much debit as credit, in one currency, and never nothing at all.
create function ledger_is_balanced() returns trigger
language plpgsql as $$
declare
  about uuid := coalesce(to_jsonb(new) ->> 'transaction_id', to_jsonb(new) ->> 'id')::uuid;
  lines record;
begin
  select count(*) as n, count(distinct currency) as currencies, coalesce(sum(debit_minor) - sum(credit_minor), 0) as off
    into lines from ledger_entries where tenant_id = new.tenant_id and transaction_id = about;
  if lines.n < 2 or lines.currencies <> 1 or lines.off <> 0 then
    raise exception 'ledger transaction % is not balanced', about using errcode = 'check_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger ledger_transactions_balanced after insert on ledger_transactions
  deferrable initially deferred for each row execute function ledger_is_balanced();
--> statement-breakpoint
create constraint trigger ledger_entries_balanced after insert on ledger_entries
  deferrable initially deferred for each row execute function ledger_is_balanced();
