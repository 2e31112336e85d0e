select fence_table(name::regclass, 'select, insert, update')
from unnest(array['review_requests', 'reviews', 'testimonials', 'conversations', 'enquiries']) as name;
--> statement-breakpoint
select fence_table('conversation_messages', 'select, insert');
--> statement-breakpoint

-- What was written stays as it was written. Only an erasure takes the words out, and puts none in their place.
grant update (words) on conversation_messages to clientpulse_app;
--> statement-breakpoint
create function keep_conversation_words() returns trigger language plpgsql as $$
begin
  if new.words <> '' then
    raise exception 'words of a conversation cannot be changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger conversation_messages_kept before update on conversation_messages
  for each row execute function keep_conversation_words();
--> statement-breakpoint
alter table conversation_messages add constraint conversation_messages_numbered check (seq > 0);
--> statement-breakpoint

-- What businesses say of the platform is on the platform's own front page, where no tenant is known.
grant usage, create on schema public to clientpulse_platform;
--> statement-breakpoint
set role clientpulse_platform;
--> statement-breakpoint
create function door_testimonials(most int)
returns table (business text, city text, rating smallint, words text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.name, t.city, s.rating, s.words from testimonials s join tenants t on t.id = s.tenant_id
  where s.status = 'approved' and t.kind = 'business' and t.status = 'active'
  order by s.decided_at desc limit least(most, 20)
$$;
--> statement-breakpoint
revoke execute on function door_testimonials(int) from public;
--> statement-breakpoint
grant execute on function door_testimonials(int) to clientpulse_app;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from clientpulse_platform;
