-- The fence around what services look like.
select fence_table('service_photos', 'select, insert, update, delete');
