select fence_table(name::regclass, 'select, insert, update') from unnest(array['stock_items', 'stock_counts']) as name;
--> statement-breakpoint
select fence_table(name::regclass, 'select, insert, update, delete')
from unnest(array['recipe_items', 'stock_count_lines']) as name;
--> statement-breakpoint
select fence_table('stock_movements', 'select, insert');
--> statement-breakpoint
revoke update, delete on stock_movements from clientpulse_platform;
