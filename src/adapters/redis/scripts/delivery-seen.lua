-- Says that subscribers were active on a day.
-- KEYS  1 who was active on the day (bitmap by number)   2… for each chat: bucket of numbers by chat
-- ARGV  1 seconds for which the day is remembered   2… chats
-- Answer  how many of the chats have a number
local marked = 0
for i = 2, #KEYS do
  local number = redis.call('HGET', KEYS[i], ARGV[i])
  if number then
    redis.call('SETBIT', KEYS[1], number, 1)
    marked = marked + 1
  end
end
if marked > 0 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
return marked
