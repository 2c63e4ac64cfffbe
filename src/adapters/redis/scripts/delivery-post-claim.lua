-- Claims the next post of a channel, if one may go now.
-- KEYS  1 channel (hash)   2 open slots (zset)   3 waiting (zset)   4 breaking (zset)   5 in flight (zset: article → expiry)
--       6 unknown (zset: article → when to look)   7 posts (zset: article → last change)   8 beginning of the posts' keys
--       9 end of the hold, µs
-- ARGV  1 now in ms, empty: Redis TIME   2 token   3 ms until the claim expires   4 "oldest first" or "newest first"
--       5 ms between two posts   6 "1": only what editors sent at once   7 "1": only what an editor approved
--       8 end of the posts' keys (no key: it has no hash tag)   9… articles to be taken first
-- Answer  { } or { article, sortAtMs, lane }
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local function post(article) return KEYS[8] .. article .. ARGV[8] end
local function note(article, what)
  redis.call('HSET', post(article), 'history', (redis.call('HGET', post(article), 'history') or '') .. now .. ' ' .. what .. '\n')
  redis.call('ZADD', KEYS[7], now, article)
end

-- Nobody settled these in time. What was not begun was not sent; of the others nobody can know.
for _, article in ipairs(redis.call('ZRANGEBYSCORE', KEYS[5], '-inf', now, 'LIMIT', 0, 100)) do
  redis.call('ZREM', KEYS[5], article)
  local state, score, lane, slot = unpack(redis.call('HMGET', post(article), 'phase', 'sortAtMs', 'lane', 'slot'))
  if state == 'claimed' then
    redis.call('HSET', post(article), 'state', 'waiting', 'token', '')
    redis.call('ZADD', lane == 'breaking' and KEYS[4] or KEYS[3], score, article)
    if slot and slot ~= '' then redis.call('ZADD', KEYS[2], now, slot) end
    note(article, 'the process that had it ended before it began to send; it waits again')
  else
    redis.call('HSET', post(article), 'state', 'unknown', 'token', '')
    redis.call('ZADD', KEYS[6], now, article)
    note(article, 'the process that sent it ended before the answer; nobody knows whether it is there')
  end
end

if tonumber(redis.call('HGET', KEYS[1], 'pausedUntilMs') or 0) > now then return {} end
if tonumber(redis.call('GET', KEYS[9]) or 0) > now * 1000 then return {} end
local article, score, lane, slot = nil, nil, 'slot', ''
local breaking = redis.call('ZRANGE', KEYS[4], 0, 0, 'WITHSCORES')
if breaking[1] then
  article, score, lane = breaking[1], breaking[2], 'breaking'
  redis.call('ZREM', KEYS[4], article)
else
  if ARGV[6] == '1' or redis.call('ZCARD', KEYS[5]) > 0 then return {} end
  slot = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now, 'LIMIT', 0, 1)[1]
  if not slot then return {} end
  if tonumber(redis.call('HGET', KEYS[1], 'begunAtMs') or 0) + tonumber(ARGV[5]) > now then return {} end
  local function mayGo(candidate)
    return ARGV[7] ~= '1' or redis.call('HGET', post(candidate), 'approved') == '1'
  end
  for i = 9, #ARGV do
    score = redis.call('ZSCORE', KEYS[3], ARGV[i])
    if score and mayGo(ARGV[i]) then
      article = ARGV[i]
      break
    end
  end
  if not article then
    -- What is not approved leaves this list at once, so that it never holds many.
    local command = ARGV[4] == 'newest first' and 'ZREVRANGE' or 'ZRANGE'
    local found = redis.call(command, KEYS[3], 0, ARGV[7] == '1' and 99 or 0, 'WITHSCORES')
    for i = 1, #found, 2 do
      if mayGo(found[i]) then
        article, score = found[i], found[i + 1]
        break
      end
    end
  end
  if not article then
    -- Nothing waits: these slots pass unused.
    redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
    return {}
  end
  redis.call('ZREM', KEYS[2], slot)
  redis.call('ZREM', KEYS[3], article)
end
redis.call('HSET', post(article), 'state', 'in flight', 'phase', 'claimed', 'token', ARGV[2],
  'sortAtMs', score, 'lane', lane, 'slot', slot)
redis.call('ZADD', KEYS[5], now + tonumber(ARGV[3]), article)
note(article, lane == 'breaking' and 'taken in hand at an editor\'s word' or 'taken in hand for the slot')
return { article, score, lane }
