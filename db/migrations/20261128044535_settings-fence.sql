-- Who asked for time off may take it back; and what a service may say about its confirmation.

alter table time_off drop constraint time_off_sane;
--> statement-breakpoint
alter table time_off add constraint time_off_sane
  check (status in ('asked', 'approved', 'declined', 'withdrawn') and not isempty(span) and not lower_inf(span) and not upper_inf(span));
--> statement-breakpoint
alter table services add constraint services_confirm check (confirm in ('auto', 'desk'));
