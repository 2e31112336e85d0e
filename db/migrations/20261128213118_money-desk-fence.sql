select fence_table('mpesa_days', 'select, insert, update');
