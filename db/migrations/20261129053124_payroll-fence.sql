select fence_table(name::regclass, 'select, insert')
from unnest(array['commission_rates', 'earnings', 'advances', 'payroll_periods']) as name;
--> statement-breakpoint
select fence_table('payslips', 'select, insert, update');
--> statement-breakpoint
-- A payslip is settled: whether it has been paid is all that is still said of it.
revoke update on payslips from clientpulse_app;
--> statement-breakpoint
grant update (paid_from, reference, paid_by, paid_at) on payslips to clientpulse_app;
--> statement-breakpoint
revoke update, delete on earnings, advances, payroll_periods from clientpulse_platform;
--> statement-breakpoint
alter table payroll_periods add constraint payroll_periods_apart
  exclude using gist (tenant_id with =, daterange(from_day, to_day, '[]') with &&);
--> statement-breakpoint
-- A period that is closed takes nothing more. Who writes and who closes wait for one another, so neither misses the other;
-- whoever writes has chosen the next open day before.
create function payroll_day_is_open() returns trigger
language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('payroll ' || new.tenant_id, 0));
  if exists (select from payroll_periods where tenant_id = new.tenant_id and new.day <= to_day) then
    raise exception 'the period of % is closed', new.day using errcode = 'check_violation', constraint = 'payroll_day_open';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger earnings_day_open after insert on earnings for each row execute function payroll_day_is_open();
--> statement-breakpoint
create trigger advances_day_open after insert on advances for each row execute function payroll_day_is_open();
