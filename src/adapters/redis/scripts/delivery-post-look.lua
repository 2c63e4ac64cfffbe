-- Takes one unknown post that is to be looked for now.
-- KEYS  1 unknown (zset: article → when to look)   2 beginning of the posts' keys
-- ARGV  1 now in ms, empty: Redis TIME   2 ms until another may look for it   3 end of the posts' keys (no key: it has no hash tag)
-- Answer  { } or { article, the last message known before it was sent, mark of its words }
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local article = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, 1)[1]
if not article then return {} end
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), article)
local after, mark = unpack(redis.call('HMGET', KEYS[2] .. article .. ARGV[3], 'afterMessageId', 'mark'))
return { article, after or '', mark or '' }
