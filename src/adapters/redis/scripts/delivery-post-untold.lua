-- Takes posts that went out and of which followers are to be told. Nobody else gets them for a while.
-- KEYS  1 untold posts (zset: message, article and channel → when they may be taken, ms)
-- ARGV  1 now in ms, empty: Redis TIME   2 ms for which they are the taker's   3 how many at most
-- Answer  as they stand in the set
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local taken = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[3])
for _, post in ipairs(taken) do redis.call('ZADD', KEYS[1], now + ARGV[2], post) end
return taken
