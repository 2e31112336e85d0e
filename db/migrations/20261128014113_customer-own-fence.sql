-- A customer puts a photo there, changes it and takes it away.
select fence_table('customer_photos', 'select, insert, update, delete');
