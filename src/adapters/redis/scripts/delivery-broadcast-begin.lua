-- Says that recipients are about to be written to: from here on a silent end is unknown. Read by every send, so that
-- pause, cancel and a hold act at once: what may not begin goes back to the waiting. Who comes late for their moment
-- takes another of the token's: they would else leave together with those whose moment it is.
-- KEYS  1 broadcast (hash)   2 to do (bitmap)   3 claims (hash)   4 expiries of the claims (zset)   5 end of the hold, µs
--       6 next free moment of the token, µs
-- ARGV  1 now in ms, empty: Redis TIME   2 ms until an unsettled send counts as unknown   3 ms until a claim expires
--       4 spacing of the token, µs   5 its spacing for a paid broadcast, µs   6 how late is late, µs
--       7 the longest wait for another moment, µs   8… number, token, moment in ms (0: any), number, token, …
-- Answer  for each: 0 go, -1 do not: it is claimed no more, else ms to wait before asking again
local now = tonumber(ARGV[1])
if now then
  now = now * 1000
else
  local time = redis.call('TIME')
  now = time[1] * 1000000 + time[2]
end
local nowMs = math.floor(now / 1000)
local status, paid, messages = unpack(redis.call('HMGET', KEYS[1], 'status', 'paid', 'messages'))
local mayGo = status == 'running' and tonumber(redis.call('GET', KEYS[5]) or 0) <= now
local spacing = tonumber(paid == '1' and ARGV[5] or ARGV[4]) * tonumber(messages or 1)
local late, longest = tonumber(ARGV[6]), tonumber(ARGV[7])
local free = math.max(now, tonumber(redis.call('GET', KEYS[6]) or 0))
local numbers = {}
for i = 8, #ARGV, 3 do numbers[#numbers + 1] = ARGV[i] end
local held = redis.call('HMGET', KEYS[3], unpack(numbers))
local answer, begun, expiries, back, moved, from = {}, {}, {}, {}, 0, nil
for index, number in ipairs(numbers) do
  local token, moment = ARGV[index * 3 + 6], tonumber(ARGV[index * 3 + 7])
  local go = -1
  if held[index] == 'c' .. token then
    local isLate = mayGo and moment > 0 and now - moment * 1000 > late
    local waitUs = isLate and free - now or 0
    if mayGo and waitUs <= longest then
      -- A wait below a millisecond is none: nothing is before it.
      go = waitUs < 1000 and 0 or math.ceil(waitUs / 1000)
      if isLate then free, moved = free + spacing, moved + 1 end
      if go == 0 then
        begun[#begun + 1] = number
        begun[#begun + 1] = 's' .. token
      end
      expiries[#expiries + 1] = nowMs + (go == 0 and tonumber(ARGV[2]) or go + tonumber(ARGV[3]))
      expiries[#expiries + 1] = number
    else
      back[#back + 1] = number
      redis.call('SETBIT', KEYS[2], number, 1)
      from = math.min(from or math.huge, math.floor(number / 8))
    end
  end
  answer[index] = go
end
if moved > 0 then
  redis.call('SET', KEYS[6], string.format('%.0f', free), 'PX', math.ceil((free - now) / 1000) + 1000)
end
if #begun > 0 then redis.call('HSET', KEYS[3], unpack(begun)) end
if #expiries > 0 then redis.call('ZADD', KEYS[4], unpack(expiries)) end
if #back > 0 then
  redis.call('HDEL', KEYS[3], unpack(back))
  redis.call('ZREM', KEYS[4], unpack(back))
  redis.call('HINCRBY', KEYS[1], 'waiting', #back)
  redis.call('HINCRBY', KEYS[1], 'inFlight', -#back)
  local before = tonumber(redis.call('HGET', KEYS[1], 'from') or 0)
  redis.call('HSET', KEYS[1], 'from', math.min(before, from))
end
return answer
