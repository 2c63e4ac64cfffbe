-- Takes articles of which the desk is to be asked whether they may go; what is held no more is forgotten.
-- KEYS  1 approvals to ask for (zset: article → when)   2 held (zset)
-- ARGV  1 now in ms, empty: Redis TIME   2 ms until another may ask for them
-- Answer  the articles
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local answer = {}
for _, article in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, 100)) do
  if redis.call('ZSCORE', KEYS[2], article) then
    redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), article)
    answer[#answer + 1] = article
  else
    redis.call('ZREM', KEYS[1], article)
  end
end
return answer
