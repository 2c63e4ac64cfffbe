-- Writes down what was done to a post that is in its channel.
-- KEYS  1 post (hash)   2 posts of the channel (zset: article → last change)
-- ARGV  1 now in ms, empty: Redis TIME   2 article   3 its new state, empty: as it is   4 what the history says
-- Answer  1 when it was written, 0 when the post is not out
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
if redis.call('HGET', KEYS[1], 'state') ~= 'sent' then return 0 end
redis.call('HSET', KEYS[1], 'history', redis.call('HGET', KEYS[1], 'history') .. now .. ' ' .. ARGV[4] .. '\n')
if ARGV[3] ~= '' then redis.call('HSET', KEYS[1], 'state', ARGV[3]) end
redis.call('ZADD', KEYS[2], now, ARGV[2])
return 1
