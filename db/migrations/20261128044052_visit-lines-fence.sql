-- What was done stays known, by whom and for how much; it is put right, never taken out.
select fence_table('visit_lines', 'select, insert, update');
--> statement-breakpoint
alter table visit_lines add constraint visit_lines_price check (price_minor >= 0);
--> statement-breakpoint
-- What happened so far happened as it was booked.
set role clientpulse_platform;
--> statement-breakpoint
insert into visit_lines (tenant_id, id, visit_id, position, service_id, service_name, staff_id, price_minor)
select v.tenant_id, gen_random_uuid(), v.id, l.position, l.service_id, l.service_name, l.staff_id, l.price_minor
from visits v join booking_lines l on l.tenant_id = v.tenant_id and l.booking_id = v.booking_id;
--> statement-breakpoint
reset role;
