-- Has a subscriber follow something no more; what nobody follows is forgotten.
-- KEYS  1 bucket of numbers by chat   2 what the chat follows (zset)   3 its followers (set of numbers)
--       4 all that is followed (hash)   5 all that is followed (zset)   6 topics with this word (set of keys); only for a topic
-- ARGV  1 chat   2 key
-- Answer  1, or 0 when the chat did not follow it
if redis.call('ZREM', KEYS[2], ARGV[2]) == 0 then return 0 end
redis.call('SREM', KEYS[3], redis.call('HGET', KEYS[1], ARGV[1]))
if tonumber(redis.call('ZINCRBY', KEYS[5], -1, ARGV[2])) <= 0 then
  redis.call('ZREM', KEYS[5], ARGV[2])
  redis.call('HDEL', KEYS[4], ARGV[2])
  if KEYS[6] then redis.call('SREM', KEYS[6], ARGV[2]) end
end
return 1
