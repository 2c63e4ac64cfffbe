-- An editor's hand in the queue of a channel.
-- KEYS  1 waiting (zset)   2 breaking (zset)   3 held (zset)   4 posts (zset: article → last change)   5 post (hash)
-- ARGV  1 now in ms, empty: Redis TIME   2 article   3 move: up, down, now, hold, release, drop
--       4 "oldest first" or "newest first"
-- Answer  1 when it was moved, 0 when it is not where it could be
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local article, move = ARGV[2], ARGV[3]
local function note(state, what)
  local history = (redis.call('HGET', KEYS[5], 'history') or '') .. now .. ' ' .. what .. '\n'
  redis.call('HSET', KEYS[5], 'state', state, 'history', history)
  redis.call('ZADD', KEYS[4], now, article)
end
local function from(key)
  local score = redis.call('ZSCORE', key, article)
  if score then redis.call('ZREM', key, article) end
  return score
end
if move == 'up' or move == 'down' then
  local rank = redis.call('ZRANK', KEYS[1], article)
  if not rank then return 0 end
  local forward = (move == 'up') == (ARGV[4] == 'newest first')
  local other = rank + (forward and 1 or -1)
  if other < 0 then return 0 end
  local pair = redis.call('ZRANGE', KEYS[1], other, other, 'WITHSCORES')
  if not pair[1] then return 0 end
  local score, otherScore = tonumber(redis.call('ZSCORE', KEYS[1], article)), tonumber(pair[2])
  -- Equal scores are ordered by name: a millisecond sets them apart.
  if score == otherScore then otherScore = score + (forward and 1 or -1) end
  redis.call('ZADD', KEYS[1], otherScore, article, score, pair[1])
  return 1
end
if move == 'release' then
  local score = from(KEYS[3])
  if not score then return 0 end
  redis.call('ZADD', KEYS[1], score, article)
  redis.call('HSET', KEYS[5], 'approved', 1)
  note('waiting', 'released by an editor')
  return 1
end
local score = from(KEYS[1]) or from(KEYS[3]) or (move ~= 'now' and from(KEYS[2]) or nil)
if not score then return 0 end
if move == 'now' then
  redis.call('ZADD', KEYS[2], score, article)
  note('waiting', 'sent at once by an editor')
elseif move == 'hold' then
  redis.call('ZADD', KEYS[3], score, article)
  note('waiting', 'held back by an editor')
else
  note('dropped', 'dropped by an editor')
end
return 1
