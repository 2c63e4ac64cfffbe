-- Changes a broadcast that is still a draft.
-- KEYS  1 broadcast (hash)   2 planned starts (zset)
-- ARGV  1 id   2 when it starts by itself, ms; empty: as it is, 'never': not by itself   3… field, value, field, value, …
-- Answer  1 when it was changed, 0 when it is no draft any more
if redis.call('HGET', KEYS[1], 'status') ~= 'draft' then return 0 end
for i = 3, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end
if ARGV[2] == 'never' then
  redis.call('HDEL', KEYS[1], 'plannedAtMs')
  redis.call('ZREM', KEYS[2], ARGV[1])
elseif ARGV[2] ~= '' then
  redis.call('HSET', KEYS[1], 'plannedAtMs', ARGV[2])
  redis.call('ZADD', KEYS[2], ARGV[2], ARGV[1])
  redis.call('PERSIST', KEYS[1])
end
return 1
