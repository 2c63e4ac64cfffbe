-- Claims recipients of a broadcast, with the moments at which each may be written to.
-- KEYS  1 broadcast (hash)   2 to do (bitmap)   3 claims (hash: number → phase and token)   4 expiries of the claims (zset)
--       5 unknown (bitmap)   6 next free moment of the token, µs   7 end of the hold, µs   8 active subscribers (bitmap)
--       9 prefix of the chats by number   10 prefix of the chats' next free moments   11 broadcasts with work left (set)
--       12 broadcasts whose editor is to be told (set)   13 failures (list: chat, tab, state, tab, reason)
-- ARGV  1 now in ms, empty: Redis TIME   2 token of this claim   3 how many at most   4 ms from its moment until a claim expires
--       5 spacing of the token, µs   6 how far ahead may be reserved, µs   7 spacing of a chat, µs   8 chats in a bucket   9 id
--       10 failures kept at most   11 spacing of the token for a paid broadcast, µs
-- Answer  { 'claimed', number, chat, wait ms, moment in ms, number, chat, wait ms, moment in ms, … }
--         { 'later', ms }: the budget or others' claims are in the way   { 'stopped' }: nothing to do here
local now = tonumber(ARGV[1])
if now then
  now = now * 1000
else
  local time = redis.call('TIME')
  now = time[1] * 1000000 + time[2]
end
local nowMs = math.floor(now / 1000)
local from = tonumber(redis.call('HGET', KEYS[1], 'from') or 0)
local function count(field, by)
  if by ~= 0 then redis.call('HINCRBY', KEYS[1], field, by) end
end

-- Nobody settled these in time. What was not begun was not sent; of the others nobody can know.
for _, number in ipairs(redis.call('ZRANGEBYSCORE', KEYS[4], '-inf', nowMs, 'LIMIT', 0, 500)) do
  local claim = redis.call('HGET', KEYS[3], number)
  redis.call('HDEL', KEYS[3], number)
  redis.call('ZREM', KEYS[4], number)
  -- An expiry without a claim was settled: it must not stop the others.
  if claim then
    count('inFlight', -1)
    if string.sub(claim, 1, 1) == 'c' then
      redis.call('SETBIT', KEYS[2], number, 1)
      from = math.min(from, math.floor(number / 8))
      count('waiting', 1)
    else
      redis.call('SETBIT', KEYS[5], number, 1)
      count('unknown', 1)
    end
  end
end

-- Written before any of the ends below: what went back to the waiting would else lie behind `from`, and never be found.
redis.call('HSET', KEYS[1], 'from', from)

local status = redis.call('HGET', KEYS[1], 'status')
local waiting = tonumber(redis.call('HGET', KEYS[1], 'waiting') or 0)
local inFlight = tonumber(redis.call('HGET', KEYS[1], 'inFlight') or 0)
if status ~= 'running' then
  if inFlight == 0 then redis.call('SREM', KEYS[11], ARGV[9]) end
  return { 'stopped' }
end
if waiting == 0 and inFlight == 0 then
  redis.call('HSET', KEYS[1], 'status', 'finished', 'finishedAtMs', nowMs)
  redis.call('DEL', KEYS[2], KEYS[3], KEYS[4])
  redis.call('SREM', KEYS[11], ARGV[9])
  redis.call('SADD', KEYS[12], ARGV[9])
  return { 'stopped' }
end
if waiting == 0 then
  local next = redis.call('ZRANGE', KEYS[4], 0, 0, 'WITHSCORES')[2]
  -- The last answers come at any moment, and the end is told after them.
  return { 'later', math.max(1, math.min(50, tonumber(next) - nowMs)) }
end

local paid, messages = unpack(redis.call('HMGET', KEYS[1], 'paid', 'messages'))
-- An album is as many messages as it has pictures.
local each = tonumber(messages or 1)
local spacing, chatSpacing = tonumber(paid == '1' and ARGV[11] or ARGV[5]) * each, tonumber(ARGV[7]) * each
local ahead = tonumber(ARGV[6])
local free = math.max(now, tonumber(redis.call('GET', KEYS[6]) or 0), tonumber(redis.call('GET', KEYS[7]) or 0))
if free - now > ahead then return { 'later', math.ceil((free - now - ahead) / 1000) } end

-- Takes numbers out of what is to do, a stretch of the bitmaps at a time.
local STRETCH = 64
local chosen, left, gone = {}, {}, 0
local room = math.min(tonumber(ARGV[3]), math.floor((ahead - (free - now)) / spacing) + 1)
local function take(todo, active)
  local rest = {}
  for at = 1, #todo do
    local byte, here = string.byte(todo, at), string.byte(active, at) or 0
    local mask, number = 128, (from + at - 1) * 8
    while byte > 0 and mask >= 1 and #chosen < room do
      if bit.band(byte, mask) ~= 0 then
        byte = byte - mask
        local list = bit.band(here, mask) ~= 0 and chosen or left
        list[#list + 1] = number
      end
      mask, number = mask / 2, number + 1
    end
    rest[at] = string.char(byte)
  end
  redis.call('SETRANGE', KEYS[2], from, table.concat(rest))
end
while #chosen < room and #left < 2000 do
  local number = redis.call('BITPOS', KEYS[2], 1, from)
  if number < 0 and from == 0 then break end
  if number < 0 then number, from = redis.call('BITPOS', KEYS[2], 1, 0), 0 end
  if number < 0 then break end
  from = math.floor(number / 8)
  local last = from + STRETCH - 1
  take(redis.call('GETRANGE', KEYS[2], from, last), redis.call('GETRANGE', KEYS[8], from, last))
end

-- Their chats, a bucket at a time.
local size = tonumber(ARGV[8])
local function chatsOf(numbers)
  local chats, first = {}, 1
  while first <= #numbers do
    local bucket, fields = math.floor(numbers[first] / size), {}
    while numbers[first + #fields] and math.floor(numbers[first + #fields] / size) == bucket do
      fields[#fields + 1] = numbers[first + #fields] % size
    end
    for at, row in ipairs(redis.call('HMGET', KEYS[9] .. bucket, unpack(fields))) do
      chats[first + at - 1] = string.match(row, '^%S+')
    end
    first = first + #fields
  end
  return chats
end
for _, chat in ipairs(chatsOf(left)) do
  gone = gone + 1
  if redis.call('LLEN', KEYS[13]) < tonumber(ARGV[10]) then
    redis.call('RPUSH', KEYS[13], chat .. '\tunreachable\tleft before it was their turn')
  end
end

local answer, claims, expiries, taken = { 'claimed' }, {}, {}, #chosen
if taken > 0 then
  local chats, chatKeys = chatsOf(chosen), {}
  for index, chat in ipairs(chats) do chatKeys[index] = KEYS[10] .. chat end
  local nextOf = redis.call('MGET', unpack(chatKeys))
  for index, number in ipairs(chosen) do
    -- A chat far behind its own limit is not waited for longer than this: its claim would expire.
    local at = math.max(free, math.min(tonumber(nextOf[index] or 0), now + 3000000))
    local chatFree = at + chatSpacing
    redis.call('SET', chatKeys[index], string.format('%.0f', chatFree), 'PX', math.ceil((chatFree - now) / 1000))
    local atMs = math.ceil(at / 1000)
    claims[index * 2 - 1], claims[index * 2] = number, 'c' .. ARGV[2]
    expiries[index * 2 - 1], expiries[index * 2] = atMs + tonumber(ARGV[4]), number
    answer[index * 4 - 2], answer[index * 4 - 1] = number, chats[index]
    answer[index * 4], answer[index * 4 + 1] = math.ceil((at - now) / 1000), atMs
    free = free + spacing
  end
  redis.call('HSET', KEYS[3], unpack(claims))
  redis.call('ZADD', KEYS[4], unpack(expiries))
end
count('waiting', -taken - gone)
count('inFlight', taken)
count('unreachable', gone)
redis.call('HSET', KEYS[1], 'from', from)
redis.call('SET', KEYS[6], string.format('%.0f', free), 'PX', math.ceil((free - now) / 1000) + 1000)
return answer
