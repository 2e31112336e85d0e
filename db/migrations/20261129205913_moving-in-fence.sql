-- Custom SQL migration file, put your code below! --
select fence_table('moved_rows', 'select, insert');
--> statement-breakpoint
select fence_table('moves_in', 'select, insert, update');
