-- Ends the turn of a chat and begins its next. Counts only while the turn is the chat's: a second end changes nothing.
-- KEYS  1 turns (stream: chat, update)   2 chats that have a turn (hash: chat → stream id)   3 how many are kept
--       4 what waits behind the turn (list)   5 attempts (hash: stream id → count)   6 set aside (list)
-- ARGV  1 consumer group   2 stream id   3 chat   4 empty, or the record to set aside   5 how many are kept aside
-- Answer  1 ended, 0 it was ended already
if redis.call('HGET', KEYS[2], ARGV[3]) ~= ARGV[2] then return 0 end
redis.call('XACK', KEYS[1], ARGV[1], ARGV[2])
redis.call('XDEL', KEYS[1], ARGV[2])
redis.call('HDEL', KEYS[5], ARGV[2])
redis.call('DECR', KEYS[3])
if ARGV[4] ~= '' then
  redis.call('LPUSH', KEYS[6], ARGV[4])
  redis.call('LTRIM', KEYS[6], 0, tonumber(ARGV[5]) - 1)
end
local update = redis.call('LPOP', KEYS[4])
if update then
  redis.call('HSET', KEYS[2], ARGV[3], redis.call('XADD', KEYS[1], '*', 'chat', ARGV[3], 'update', update))
else
  redis.call('HDEL', KEYS[2], ARGV[3])
end
return 1
