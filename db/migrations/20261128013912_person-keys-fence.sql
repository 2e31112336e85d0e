select fence_table('person_keys', 'select, insert, update');
