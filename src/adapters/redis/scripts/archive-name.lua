-- Notes that an article names someone, and what it quotes. Can be repeated.
--
-- KEYS[1]  hash: the name   KEYS[2]  zset: articles naming it   KEYS[3]  zset: its quotes
-- ARGV[1]  number of the article   ARGV[2]  its score: seconds before 1970   ARGV[3]  the name as it gives it
-- ARGV[4]  kind   ARGV[5]  role, or empty   ARGV[6]  how many articles and quotes are kept
-- ARGV[7 .. ]  members for the quotes
-- Answers in how many articles the name stands.

local score = tonumber(ARGV[2])
local known = redis.call('HMGET', KEYS[1], 'at', 'roleAt')
if not known[1] or score <= tonumber(known[1]) then
  redis.call('HSET', KEYS[1], 'name', ARGV[3], 'kind', ARGV[4], 'at', ARGV[2])
end
if ARGV[5] ~= '' and (not known[2] or score <= tonumber(known[2])) then
  redis.call('HSET', KEYS[1], 'role', ARGV[5], 'roleAt', ARGV[2])
end
redis.call('ZADD', KEYS[2], score, ARGV[1])
redis.call('ZREMRANGEBYRANK', KEYS[2], ARGV[6], -1)
if #ARGV > 6 then
  for i = 7, #ARGV do redis.call('ZADD', KEYS[3], score, ARGV[i]) end
  redis.call('ZREMRANGEBYRANK', KEYS[3], ARGV[6], -1)
end
return redis.call('ZCARD', KEYS[2])
