-- What is found out about a post of which nobody knew.
-- KEYS  1 channel (hash)   2 breaking (zset)   3 unknown (zset: article → when to look)   4 posts (zset: article → last change)
--       5 post (hash)   6 messages of the channel (zset)   7 posts of which followers are to be told (zset)
-- ARGV  1 now in ms, empty: Redis TIME   2 article   3 there, not there, ask   4 message id, may be empty
--       5 what the history says   6 channel
-- Answer  1, or 0 when the post is not unknown any more
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
if redis.call('HGET', KEYS[5], 'state') ~= 'unknown' then return 0 end
redis.call('ZREM', KEYS[3], ARGV[2])
redis.call('ZADD', KEYS[4], now, ARGV[2])
redis.call('HSET', KEYS[5], 'history', redis.call('HGET', KEYS[5], 'history') .. now .. ' ' .. ARGV[5] .. '\n')
if ARGV[3] == 'there' then
  redis.call('HSET', KEYS[5], 'state', 'sent')
  local id = tonumber(ARGV[4])
  redis.call('ZADD', KEYS[7], now, ARGV[4] .. ' ' .. ARGV[2] .. ' ' .. ARGV[6])
  if id then
    redis.call('HSET', KEYS[5], 'messageId', id)
    redis.call('ZADD', KEYS[6], id, id)
    if id > tonumber(redis.call('HGET', KEYS[1], 'lastMessageId') or 0) then
      redis.call('HSET', KEYS[1], 'lastMessageId', id)
    end
  end
elseif ARGV[3] == 'not there' then
  -- Its time had come already: it goes as soon as it may, whatever the slots say.
  redis.call('HSET', KEYS[5], 'state', 'waiting')
  redis.call('ZADD', KEYS[2], redis.call('HGET', KEYS[5], 'sortAtMs'), ARGV[2])
end
return 1
