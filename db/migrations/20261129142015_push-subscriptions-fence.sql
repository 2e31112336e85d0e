select fence_table('push_subscriptions', 'select, insert, update, delete');
