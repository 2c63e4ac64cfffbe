-- A step of the owner of a claim on a post; counts only while the token is held.
-- KEYS  1 channel (hash)   2 open slots (zset)   3 waiting (zset)   4 breaking (zset)   5 in flight (zset: article → expiry)
--       6 unknown (zset: article → when to look)   7 posts (zset: article → last change)   8 post (hash)
--       9 messages of the channel (zset)   10 posts of which followers are to be told (zset)
-- ARGV  1 now in ms, empty: Redis TIME   2 token   3 article   4 step: begin, sent, failed, dropped, unknown, waiting
--       5 begin: ms until silence counts as unknown · sent: message id · unknown: ms until it is looked for ·
--         waiting: ms for which the channel pauses   6 what the history says   7 channel   8 begin: mark of the words
-- Answer  1 counted, 0 too late
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local article, step, value = ARGV[3], ARGV[4], tonumber(ARGV[5])
local state, token, score, lane, slot = unpack(redis.call('HMGET', KEYS[8], 'state', 'token', 'sortAtMs', 'lane', 'slot'))
if state ~= 'in flight' or token ~= ARGV[2] then return 0 end
redis.call('ZADD', KEYS[7], now, article)
redis.call('HSET', KEYS[8], 'history', redis.call('HGET', KEYS[8], 'history') .. now .. ' ' .. ARGV[6] .. '\n')

if step == 'begin' then
  redis.call('HSET', KEYS[8], 'phase', 'sending', 'mark', ARGV[8],
    'afterMessageId', redis.call('HGET', KEYS[1], 'lastMessageId') or '')
  redis.call('HSET', KEYS[1], 'begunAtMs', now)
  redis.call('ZADD', KEYS[5], now + value, article)
  return 1
end
redis.call('ZREM', KEYS[5], article)
redis.call('HSET', KEYS[8], 'state', step, 'token', '')
if step == 'sent' then
  redis.call('HSET', KEYS[8], 'messageId', value)
  redis.call('ZADD', KEYS[9], value, value)
  redis.call('ZREMRANGEBYRANK', KEYS[9], 0, -1001)
  redis.call('ZADD', KEYS[10], now, value .. ' ' .. article .. ' ' .. ARGV[7])
  if value > tonumber(redis.call('HGET', KEYS[1], 'lastMessageId') or 0) then
    redis.call('HSET', KEYS[1], 'lastMessageId', value)
  end
elseif step == 'unknown' then
  redis.call('ZADD', KEYS[6], now + value, article)
else
  -- The slot was not used: the next article may have it.
  if slot ~= '' then redis.call('ZADD', KEYS[2], now, slot) end
  if step == 'waiting' then
    redis.call('ZADD', lane == 'breaking' and KEYS[4] or KEYS[3], score, article)
    if value > 0 then redis.call('HSET', KEYS[1], 'pausedUntilMs', now + value) end
  end
end
return 1
