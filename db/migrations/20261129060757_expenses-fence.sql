select fence_table(name::regclass, 'select, insert, update')
from unnest(array['expenses', 'recurring_expenses']) as name;
--> statement-breakpoint
select fence_table('expense_photos', 'select, insert, update, delete');
--> statement-breakpoint
-- What was spent stays what it was: only what is said of it changes, and whether it is void.
revoke update on expenses from clientpulse_app;
--> statement-breakpoint
grant update (category, description, day, for_stock, voided_at, void_reason, voided_by) on expenses to clientpulse_app;
