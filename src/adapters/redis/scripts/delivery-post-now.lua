-- Puts a post into the breaking lane, whether it waits, is held, was dropped or was never meant for the channel.
-- KEYS  1 waiting (zset)   2 breaking (zset)   3 held (zset)   4 posts (zset: article → last change)   5 post (hash)
-- ARGV  1 now in ms, empty: Redis TIME   2 article   3 its place in time, ms
-- Answer  goes, out (it is there already), or underway (in hand, or nobody knows yet)
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local article = ARGV[2]
local state, history = unpack(redis.call('HMGET', KEYS[5], 'state', 'history'))
if state == 'sent' then return 'out' end
if state == 'in flight' or state == 'unknown' then return 'underway' end
if redis.call('ZSCORE', KEYS[2], article) then return 'goes' end
redis.call('ZREM', KEYS[1], article)
redis.call('ZREM', KEYS[3], article)
redis.call('ZADD', KEYS[2], ARGV[3], article)
redis.call('HSET', KEYS[5], 'state', 'waiting', 'history', (history or '') .. now .. ' sent at once by an editor\n')
redis.call('ZADD', KEYS[4], now, article)
return 'goes'
