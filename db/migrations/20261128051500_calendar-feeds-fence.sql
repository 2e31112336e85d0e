-- An address is put in place of another, or ended.
select fence_table('calendar_feeds', 'select, insert, update, delete');
