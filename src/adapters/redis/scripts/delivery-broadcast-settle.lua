-- Settles sends of a broadcast. Counts only while the token of the claim is held: a late answer never counts twice.
-- KEYS  1 broadcast (hash)   2 to do (bitmap)   3 claims (hash)   4 expiries of the claims (zset)   5 unknown (bitmap)
--       6 failures (list: chat, tab, state, tab, reason)   7 broadcasts whose editor is to be told (set)
-- ARGV  1 refusals at the start   2 refusals in a row   3 silent in a row, each pausing the broadcast   4 failures kept at most
--       5 id   6… number, token, state, chat, reason, …
-- Answer  for each: 1 counted, 0 too late
local FIELDS = { sent = 'sent', unreachable = 'unreachable', failed = 'failed', unknown = 'unknown', waiting = 'waiting' }
local status, from, refused, silent, reason =
  unpack(redis.call('HMGET', KEYS[1], 'status', 'from', 'refusedInARow', 'silentInARow', 'reason'))
refused, silent = tonumber(refused or 0), tonumber(silent or 0)
local numbers = {}
for i = 6, #ARGV, 5 do numbers[#numbers + 1] = ARGV[i] end
local held = redis.call('HMGET', KEYS[3], unpack(numbers))
local answer, counted, counts, seen = {}, {}, {}, {}
for index, number in ipairs(numbers) do
  local token, state, chat, why = unpack(ARGV, index * 5 + 2, index * 5 + 5)
  if held[index] ~= 's' .. token or seen[number] then
    answer[index] = 0
  else
    answer[index], seen[number] = 1, true
    counted[#counted + 1] = number
    counts[state] = (counts[state] or 0) + 1
    if state == 'waiting' then
      redis.call('SETBIT', KEYS[2], number, 1)
      from = math.min(tonumber(from or 0), math.floor(number / 8))
    elseif state ~= 'sent' then
      if state == 'unknown' then redis.call('SETBIT', KEYS[5], number, 1) end
      if redis.call('LLEN', KEYS[6]) < tonumber(ARGV[4]) then
        redis.call('RPUSH', KEYS[6], chat .. '\t' .. state .. '\t' .. why)
      end
    end
    if state == 'sent' or state == 'unreachable' then
      refused, silent = 0, 0
    elseif state == 'failed' then
      refused, reason = refused + 1, why
    elseif state == 'unknown' then
      silent, reason = silent + 1, why
    end
  end
end
if #counted == 0 then return answer end
redis.call('HDEL', KEYS[3], unpack(counted))
redis.call('ZREM', KEYS[4], unpack(counted))
redis.call('HINCRBY', KEYS[1], 'inFlight', -#counted)
for state, by in pairs(counts) do redis.call('HINCRBY', KEYS[1], FIELDS[state], by) end
redis.call('HSET', KEYS[1], 'from', from or 0, 'refusedInARow', refused, 'silentInARow', silent)
if reason then redis.call('HSET', KEYS[1], 'reason', reason) end
local atStart = refused >= tonumber(ARGV[1]) and redis.call('HGET', KEYS[1], 'sent') == '0'
if status == 'running' and (atStart or refused >= tonumber(ARGV[2]) or silent >= tonumber(ARGV[3])) then
  redis.call('HSET', KEYS[1], 'status', 'paused', 'note', reason, 'pausedItself', 1)
  redis.call('SADD', KEYS[7], ARGV[5])
end
return answer
