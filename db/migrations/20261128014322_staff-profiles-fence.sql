-- The fence around what staff profiles brought.
select fence_table('staff_photos', 'select, insert, update, delete');
