select fence_table('consents', 'select, insert');
