-- Says that a subscriber was active on a day.
-- KEYS  1 bucket of numbers by chat   2 who was active on the day (bitmap by number)
-- ARGV  1 chat   2 seconds for which the day is remembered
-- Answer  1 when the chat has a number, else 0
local number = redis.call('HGET', KEYS[1], ARGV[1])
if not number then return 0 end
redis.call('SETBIT', KEYS[2], number, 1)
redis.call('EXPIRE', KEYS[2], ARGV[2])
return 1
