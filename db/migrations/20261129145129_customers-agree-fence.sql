-- What goes to whoever a customer turns out to be, and the words that are taken out when somebody is erased.
grant update (customer_id, body) on customer_notes to clientpulse_app;
--> statement-breakpoint
grant update (customer_id) on customer_favourites to clientpulse_app;
--> statement-breakpoint
grant update (from_customer_id, to_customer_id, booked_as) on booking_handovers to clientpulse_app;
--> statement-breakpoint
grant update (customer_id) on referral_codes to clientpulse_app;
--> statement-breakpoint
grant update (reason) on points_entries to clientpulse_app;
--> statement-breakpoint

/*
 * Words that are written once, in a column (the first argument), and may only be taken out, for what stands there then (the
 * second). The owner alone, in door_blot, takes somebody else's number out of the middle of them.
 */
create function keep_written() returns trigger language plpgsql as $$
declare
  had text := to_jsonb(old) ->> tg_argv[0];
  has text := to_jsonb(new) ->> tg_argv[0];
begin
  if current_user = 'clientpulse_app' and has is distinct from had and has is distinct from tg_argv[1] then
    raise exception '% of % cannot be changed', tg_argv[0], tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger customer_notes_kept before update on customer_notes
  for each row execute function keep_written('body', 'Erased');
--> statement-breakpoint
create trigger points_entries_kept before update on points_entries
  for each row execute function keep_written('reason', '');
--> statement-breakpoint
drop trigger conversation_messages_kept on conversation_messages;
--> statement-breakpoint
drop function keep_conversation_words();
--> statement-breakpoint
create trigger conversation_messages_kept before update on conversation_messages
  for each row execute function keep_written('words', '');
--> statement-breakpoint

/*
 * As before, and never longer than a text may be: what was full stays as long as it was, and loses its end.
 */
create or replace function blotted(said text, pattern text) returns text language sql immutable as $$
  select case when said ~ '^[a-z_]+$' then said
    else left(regexp_replace(said, pattern, 'Erased customer', 'gi'), greatest(char_length(said), 500)) end
$$;
