select fence_table('customers_apart', 'select, insert, update');
