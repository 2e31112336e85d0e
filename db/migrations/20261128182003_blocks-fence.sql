-- Time that was blocked stays known.
select fence_table('blocks'::regclass, 'select, insert, update');
--> statement-breakpoint
alter table blocks add constraint blocks_in_order check (starts_at < ends_at);
