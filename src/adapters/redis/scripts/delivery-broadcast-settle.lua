-- Settles sends of a broadcast. Counts only while the token of the claim is held: a late answer never counts twice.
-- KEYS  1 broadcast (hash)   2 to do (bitmap)   3 claims (hash)   4 expiries of the claims (zset)   5 unknown (bitmap)
--       6 failures (list: chat, tab, state, tab, reason)   7 broadcasts whose editor is to be told (set)
-- ARGV  1 refusals at the start   2 refusals in a row   3 silent in a row, each pausing the broadcast   4 failures kept at most
--       5 id   6… number, token, state, chat, reason, …
-- Answer  for each: 1 counted, 0 too late
local FIELDS = { sent = 'sent', unreachable = 'unreachable', failed = 'failed', unknown = 'unknown', waiting = 'waiting' }
local answer = {}
for i = 6, #ARGV, 5 do
  local number, token, state, chat, reason = unpack(ARGV, i, i + 4)
  local claim = redis.call('HGET', KEYS[3], number)
  if claim ~= 's' .. token then
    answer[#answer + 1] = 0
  else
    answer[#answer + 1] = 1
    redis.call('HDEL', KEYS[3], number)
    redis.call('ZREM', KEYS[4], number)
    redis.call('HINCRBY', KEYS[1], 'inFlight', -1)
    redis.call('HINCRBY', KEYS[1], FIELDS[state], 1)
    if state == 'waiting' then
      redis.call('SETBIT', KEYS[2], number, 1)
      local before = tonumber(redis.call('HGET', KEYS[1], 'from') or 0)
      redis.call('HSET', KEYS[1], 'from', math.min(before, math.floor(number / 8)))
    elseif state ~= 'sent' then
      if state == 'unknown' then redis.call('SETBIT', KEYS[5], number, 1) end
      if redis.call('LLEN', KEYS[6]) < tonumber(ARGV[4]) then
        redis.call('RPUSH', KEYS[6], chat .. '\t' .. state .. '\t' .. reason)
      end
    end
    if state == 'sent' or state == 'unreachable' then
      redis.call('HSET', KEYS[1], 'refusedInARow', 0, 'silentInARow', 0)
    elseif state == 'failed' then
      redis.call('HINCRBY', KEYS[1], 'refusedInARow', 1)
      redis.call('HSET', KEYS[1], 'reason', reason)
    elseif state == 'unknown' then
      redis.call('HINCRBY', KEYS[1], 'silentInARow', 1)
      redis.call('HSET', KEYS[1], 'reason', reason)
    end
  end
end
local status, sent, refused, silent, reason =
  unpack(redis.call('HMGET', KEYS[1], 'status', 'sent', 'refusedInARow', 'silentInARow', 'reason'))
refused, silent = tonumber(refused or 0), tonumber(silent or 0)
local atStart = sent == '0' and refused >= tonumber(ARGV[1])
if status == 'running' and (atStart or refused >= tonumber(ARGV[2]) or silent >= tonumber(ARGV[3])) then
  redis.call('HSET', KEYS[1], 'status', 'paused', 'note', reason, 'pausedItself', 1)
  redis.call('SADD', KEYS[7], ARGV[5])
end
return answer
