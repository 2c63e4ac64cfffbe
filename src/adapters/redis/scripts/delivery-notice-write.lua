-- Writes down a broadcast of the bot's own, once.
-- KEYS  1 broadcast (hash)
-- ARGV  1 s until it is forgotten   2… field, value, field, value, …
-- Answer  1, or 0 when it is there already
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
redis.call('HSET', KEYS[1], unpack(ARGV, 2))
redis.call('EXPIRE', KEYS[1], ARGV[1])
return 1
