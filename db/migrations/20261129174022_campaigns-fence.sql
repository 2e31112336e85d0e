select fence_table(name::regclass, 'select, insert, update')
from unnest(array['campaigns', 'campaign_recipients', 'miss_you_rules', 'miss_you_letters']) as name;
