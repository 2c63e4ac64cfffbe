-- Reserves the moments of messages, one after the other (GCRA: spacing, not counting per window).
-- KEYS  1 next free moment of the token, µs   2 end of the hold, µs   3… for each message: next free moment of its chat, µs
-- ARGV  1 now in ms, empty: Redis TIME   2 spacing of the token, µs   3… for each message, in one word: how far ahead its lane
--       may reserve, µs (-1: any), spacing of its chat, µs, messages the chat may have at once beyond one, "both" or "token" alone
-- Answer  { the hold as it stood, what, wait µs, what, wait µs, … }; what:
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
local spacing = tonumber(ARGV[2])
local held = redis.call('GET', KEYS[2]) or '0'
local free = math.max(now, tonumber(redis.call('GET', KEYS[1]) or 0), tonumber(held))
local begun = free
-- Most messages of one batch are of one kind.
local kinds = {}
local function kindOf(words)
  if not kinds[words] then
    local ahead, spacing, burst, step = string.match(words, '^(%S+) (%S+) (%S+) (%S+)$')
    kinds[words] = { tonumber(ahead), tonumber(spacing), tonumber(burst), step }
  end
  return unpack(kinds[words])
end
local function reserve(key, words)
  local ahead, chatSpacing, burst, step = kindOf(words)
  if ahead >= 0 and free - now > ahead then return 0, free - now - ahead end
  local chatAt = now
  if step == 'both' then
    local chatFree = math.max(now, tonumber(redis.call('GET', key) or 0))
    chatAt = math.max(now, chatFree - chatSpacing * burst)
    store(key, chatFree + chatSpacing)
    -- A chat that has to wait must not leave a hole in what the others may send.
    if chatAt > free + spacing then return 2, chatAt - now end
  end
  local wait = math.max(free, chatAt) - now
  free = free + spacing
  return 1, wait
end
local answer = { held }
for i = 3, #KEYS do
  local what, wait = reserve(KEYS[i], ARGV[i])
  answer[#answer + 1] = what
  answer[#answer + 1] = math.ceil(wait)
end
if free > begun then store(KEYS[1], free) end
return answer
