-- Takes a chat off the subscribers, with the date and the reason.
-- KEYS  1 totals (hash: highest, active)   2 active (bitmap by number)   3 prefix of the chats by number
--       4 bucket of numbers by chat
-- ARGV  1 chat   2 reason   3 now, s   4 chats in a bucket
-- Answer  1 when it was subscribed, else 0
local number = tonumber(redis.call('HGET', KEYS[4], ARGV[1]))
if not number then return 0 end
if redis.call('SETBIT', KEYS[2], number, 0) == 0 then return 0 end
redis.call('HINCRBY', KEYS[1], 'active', -1)
local size = tonumber(ARGV[4])
local bucket, field = KEYS[3] .. math.floor(number / size), number % size
local before = redis.call('HGET', bucket, field) or (ARGV[1] .. ' 0 -')
redis.call('HSET', bucket, field, string.match(before, '^%S+ %S+ %S+') .. ' ' .. ARGV[3] .. ' ' .. ARGV[2])
return 1
