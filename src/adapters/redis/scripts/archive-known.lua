-- Reads what is known of a name.
--
-- KEYS[1]  hash: the name   KEYS[2]  zset: articles naming it   KEYS[3]  zset: its quotes
-- Answers { name, kind, role, articles, quotes }; name, kind and role may be nil

local known = redis.call('HMGET', KEYS[1], 'name', 'kind', 'role')
return { known[1], known[2], known[3], redis.call('ZCARD', KEYS[2]), redis.call('ZCARD', KEYS[3]) }
