-- Subscribes a chat. A chat keeps its number for ever, so a broadcast that has it done never meets it again.
-- KEYS  1 totals (hash: highest, active)   2 active (bitmap by number)   3 prefix of the chats by number
--       4 bucket of numbers by chat   5 prefix of the languages (bitmaps by number)
-- ARGV  1 chat   2 language, may be empty   3 since, s   4 chats in a bucket
-- Answer  1 when it was not subscribed before, else 0
local number = tonumber(redis.call('HGET', KEYS[4], ARGV[1]))
if not number then
  number = redis.call('HINCRBY', KEYS[1], 'highest', 1)
  redis.call('HSET', KEYS[4], ARGV[1], number)
end
local size = tonumber(ARGV[4])
local bucket, field = KEYS[3] .. math.floor(number / size), number % size
local before = redis.call('HGET', bucket, field) or ''
local language = string.match(before, '^%S+ %S+ (%S+)')
if language and language ~= ARGV[2] and language ~= '-' then redis.call('SETBIT', KEYS[5] .. language, number, 0) end
if ARGV[2] ~= '' then redis.call('SETBIT', KEYS[5] .. ARGV[2], number, 1) end
-- The first subscription counts: numbers run with it, so that "joined since" is one number.
local since = string.match(before, '^%S+ (%S+)') or ARGV[3]
redis.call('HSET', bucket, field, ARGV[1] .. ' ' .. since .. ' ' .. (ARGV[2] ~= '' and ARGV[2] or '-'))
local was = redis.call('SETBIT', KEYS[2], number, 1)
if was == 0 then redis.call('HINCRBY', KEYS[1], 'active', 1) end
return 1 - was
