-- Has a subscriber follow a name or a topic.
-- KEYS  1 bucket of numbers by chat   2 active (bitmap)   3 what the chat follows (zset: key → since, ms)
--       4 its followers (set of numbers)   5 all that is followed (hash: key → what it is, as JSON)
--       6 all that is followed (zset: key → how many follow it)   7 topics with this word (set of keys); only for a topic
-- ARGV  1 chat   2 key   3 what it is, as JSON   4 now, ms   5 how many a chat may follow
-- Answer  followed, already, full, stranger
local number = redis.call('HGET', KEYS[1], ARGV[1])
if not number or redis.call('GETBIT', KEYS[2], number) == 0 then return 'stranger' end
if redis.call('ZSCORE', KEYS[3], ARGV[2]) then return 'already' end
if redis.call('ZCARD', KEYS[3]) >= tonumber(ARGV[5]) then return 'full' end
redis.call('ZADD', KEYS[3], ARGV[4], ARGV[2])
redis.call('SADD', KEYS[4], number)
redis.call('HSETNX', KEYS[5], ARGV[2], ARGV[3])
redis.call('ZINCRBY', KEYS[6], 1, ARGV[2])
if KEYS[7] then redis.call('SADD', KEYS[7], ARGV[2]) end
return 'followed'
