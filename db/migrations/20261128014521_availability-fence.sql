-- The fence around hours, time off and resources, and what of a seat, a chair and a class cannot be taken twice.

select fence_table(name::regclass, 'select, insert, update, delete')
from unnest(array['business_hours', 'business_days', 'staff_days', 'staff_breaks', 'service_resources', 'service_windows']) as name;
--> statement-breakpoint
-- History is never deleted: what time was used in stays known, and so does who was away.
select fence_table(name::regclass, 'select, insert, update') from unnest(array['time_off', 'resources']) as name;
--> statement-breakpoint

alter table occupancies add constraint occupancies_of_one check (num_nonnulls(staff_id, resource_id) = 1);
--> statement-breakpoint
alter table occupancies add constraint occupancies_lanes_bounded
  check (not isempty(lanes) and not lower_inf(lanes) and (resource_id is null and seat_of is null or not upper_inf(lanes)));
--> statement-breakpoint
-- Two visits cannot use one chair.
alter table occupancies
  add constraint occupancies_no_shared_unit
  exclude using gist (tenant_id with =, resource_id with =, span with &&, lanes with &&) where (active and resource_id is not null)
  deferrable initially immediate;
--> statement-breakpoint
-- One person cannot give two different classes at once, though each of them leaves lanes free.
alter table occupancies
  add constraint occupancies_one_class
  exclude using gist (tenant_id with =, staff_id with =, span with &&, seat_of with <>) where (active and seat_of is not null)
  deferrable initially immediate;
--> statement-breakpoint

alter table services add constraint services_seats check (seats > 0 and (step_minutes is null or step_minutes > 0));
--> statement-breakpoint
alter table resources add constraint resources_sane check (quantity > 0);
--> statement-breakpoint
alter table service_windows add constraint service_windows_sane
  check (channel in ('public', 'api', 'desk') and notice_minutes >= 0 and horizon_days >= 0);
--> statement-breakpoint
alter table business_hours add constraint business_hours_sane
  check (weekday between 0 and 6 and from_minute >= 0 and from_minute < to_minute and to_minute <= 2880);
--> statement-breakpoint
alter table staff_breaks add constraint staff_breaks_sane
  check (num_nonnulls(weekday, date) = 1 and weekday between 0 and 6 and from_minute >= 0 and from_minute < to_minute and to_minute <= 2880);
--> statement-breakpoint
alter table time_off add constraint time_off_sane
  check (status in ('asked', 'approved', 'declined') and not isempty(span) and not lower_inf(span) and not upper_inf(span));
