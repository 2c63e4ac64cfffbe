-- Says that recipients are about to be written to: from here on a silent end is unknown. Read by every send, so that
-- pause, cancel and a hold act at once: what may not begin goes back to the waiting.
-- KEYS  1 broadcast (hash)   2 to do (bitmap)   3 claims (hash)   4 expiries of the claims (zset)   5 end of the hold, µs
-- ARGV  1 now in ms, empty: Redis TIME   2 ms until an unsettled send counts as unknown   3… number, token, number, token, …
-- Answer  for each: 1 go, 0 do not: it is claimed no more
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local mayGo = redis.call('HGET', KEYS[1], 'status') == 'running'
  and tonumber(redis.call('GET', KEYS[5]) or 0) <= now * 1000
local answer, back, from = {}, 0, nil
for i = 3, #ARGV, 2 do
  local number, token = ARGV[i], ARGV[i + 1]
  local go = 0
  if redis.call('HGET', KEYS[3], number) == 'c' .. token then
    if mayGo then
      go = 1
      redis.call('HSET', KEYS[3], number, 's' .. token)
      redis.call('ZADD', KEYS[4], now + tonumber(ARGV[2]), number)
    else
      redis.call('HDEL', KEYS[3], number)
      redis.call('ZREM', KEYS[4], number)
      redis.call('SETBIT', KEYS[2], number, 1)
      back = back + 1
      from = math.min(from or math.huge, math.floor(number / 8))
    end
  end
  answer[#answer + 1] = go
end
if back > 0 then
  redis.call('HINCRBY', KEYS[1], 'waiting', back)
  redis.call('HINCRBY', KEYS[1], 'inFlight', -back)
  local before = tonumber(redis.call('HGET', KEYS[1], 'from') or 0)
  redis.call('HSET', KEYS[1], 'from', math.min(before, from))
end
return answer
