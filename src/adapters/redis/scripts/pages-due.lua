-- Hands out articles whose pages are due, and puts them off, so that no other worker looks at them meanwhile.
--
-- KEYS[1]  zset: article id → when its page is due, in ms
-- ARGV[1]  now, in ms   ARGV[2]  how many at most   ARGV[3]  when they are due again if nobody says otherwise, in ms
-- Answers their ids, the longest waiting first.

local ids = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
for _, id in ipairs(ids) do redis.call('ZADD', KEYS[1], ARGV[3], id) end
return ids
