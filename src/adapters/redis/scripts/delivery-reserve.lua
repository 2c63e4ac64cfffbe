-- Reserves the moment of one message (GCRA: spacing, not counting per window).
-- KEYS  1 next free moment of the token, µs   2 end of the hold, µs   3 next free moment of the chat, µs
-- ARGV  1 now in ms, empty: Redis TIME   2 spacing of the token, µs   3 how far ahead this lane may reserve, µs (-1: any)
--       4 spacing of the chat, µs   5 messages the chat may have at once beyond one   6 "both", or "token" alone
-- Answer  { what, wait µs, the hold as it stood }; what:
--         1 reserved: send after the wait   2 the chat's moment alone is reserved: after the wait ask for the token's
--         0 nothing reserved: ask again after the wait
local now = tonumber(ARGV[1])
if now then
  now = now * 1000
else
  local time = redis.call('TIME')
  now = time[1] * 1000000 + time[2]
end
local function store(key, us)
  redis.call('SET', key, string.format('%.0f', us), 'PX', math.max(1, math.ceil((us - now) / 1000)) + 1000)
end
local spacing, ahead = tonumber(ARGV[2]), tonumber(ARGV[3])
local held = redis.call('GET', KEYS[2]) or '0'
local free = math.max(now, tonumber(redis.call('GET', KEYS[1]) or 0), tonumber(held))
if ahead >= 0 and free - now > ahead then
  return { 0, math.ceil(free - now - ahead), held }
end
local chatAt = now
if ARGV[6] == 'both' then
  local chatSpacing = tonumber(ARGV[4])
  local chatFree = math.max(now, tonumber(redis.call('GET', KEYS[3]) or 0))
  chatAt = math.max(now, chatFree - chatSpacing * tonumber(ARGV[5]))
  store(KEYS[3], chatFree + chatSpacing)
  -- A chat that has to wait must not leave a hole in what the others may send.
  if chatAt > free + spacing then return { 2, math.ceil(chatAt - now), held } end
end
store(KEYS[1], free + spacing)
return { 1, math.ceil(math.max(free, chatAt) - now), held }
