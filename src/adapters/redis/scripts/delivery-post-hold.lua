-- Holds what came in for a channel until an editor approves it.
-- KEYS  1 waiting (zset)   2 held (zset)   3 posts (zset: article → last change)   4 approvals to ask for (zset: article → when)
--       5 beginning of the posts' keys
-- ARGV  1 now in ms, empty: Redis TIME   2 how many at most   3 end of the posts' keys (no key: it has no hash tag)
-- Answer  how many were held
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local held = 0
local found = redis.call('ZRANGE', KEYS[1], 0, tonumber(ARGV[2]) - 1, 'WITHSCORES')
for i = 1, #found, 2 do
  local article = found[i]
  local post = KEYS[5] .. article .. ARGV[3]
  local approved, history = unpack(redis.call('HMGET', post, 'approved', 'history'))
  if approved ~= '1' then
    held = held + 1
    redis.call('ZREM', KEYS[1], article)
    redis.call('ZADD', KEYS[2], found[i + 1], article)
    redis.call('ZADD', KEYS[4], now, article)
    redis.call('HSET', post, 'state', 'waiting', 'history', (history or '') .. now .. ' waits for an editor to approve it\n')
    redis.call('ZADD', KEYS[3], now, article)
  end
end
return held
