-- Opens the slots of a channel that have come: a compare-and-set of the instant up to which they were opened.
-- KEYS  1 channel (hash)   2 open slots (zset: slot/n → from when, ms)
-- ARGV  1 the instant that was read, empty for none   2 the new instant, ms   3 "close": what is open and unused passes
--       4… member, score, member, score, …
-- Answer  1 when they were opened, 0 when another process was faster
local until_ = redis.call('HGET', KEYS[1], 'openedUntilMs') or ''
if until_ ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'openedUntilMs', ARGV[2])
-- After an outage of Telegram's the slots that could not be used must not come all at once.
if ARGV[3] == 'close' and #ARGV > 3 then redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', ARGV[2]) end
for i = 4, #ARGV, 2 do redis.call('ZADD', KEYS[2], ARGV[i + 1], ARGV[i]) end
return 1
