-- Telegram asked for a pause: nobody sends before it is over. A shorter pause never ends a longer one.
-- KEYS  1 end of the hold, µs
-- ARGV  1 now in ms, empty: Redis TIME   2 length, ms
-- Answer  the end of the hold, µs, as text
local now = tonumber(ARGV[1])
if now then
  now = now * 1000
else
  local time = redis.call('TIME')
  now = time[1] * 1000000 + time[2]
end
local ends = math.max(now + tonumber(ARGV[2]) * 1000, tonumber(redis.call('GET', KEYS[1]) or 0))
local text = string.format('%.0f', ends)
-- Kept past its end, so that who slept through it sees that it was there.
redis.call('SET', KEYS[1], text, 'PX', math.ceil((ends - now) / 1000) + 60000)
return text
