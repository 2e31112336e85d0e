-- What installations from before have: requests without an end, and businesses without hours of their own.
set role clientpulse_platform;
--> statement-breakpoint
update bookings set expires_at = least(starts_at, now() + interval '24 hours')
where status = 'requested' and expires_at is null;
--> statement-breakpoint
insert into business_hours (tenant_id, id, weekday, from_minute, to_minute)
select t.id, gen_random_uuid(), weekday, 540, 1080
from tenants t cross join generate_series(1, 6) as weekday
where t.kind = 'business' and not exists (select from business_hours h where h.tenant_id = t.id);
--> statement-breakpoint
reset role;
