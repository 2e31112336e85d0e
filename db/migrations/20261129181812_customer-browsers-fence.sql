select fence_table('customer_browsers', 'select, insert, update, delete');
