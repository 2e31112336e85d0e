alter table booking_fees drop constraint booking_fees_sane;
--> statement-breakpoint
alter table booking_fees add constraint booking_fees_sane check (
  amount_minor > 0 and status in ('owed', 'kept', 'waived', 'taken_back')
  and from_deposit_minor between 0 and amount_minor);
