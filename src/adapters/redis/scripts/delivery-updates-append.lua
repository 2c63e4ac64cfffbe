-- Keeps updates before they are confirmed, each once. A chat has one update in the stream at a time, its turn; what comes
-- after it waits in the chat's own list, which is what keeps the order over any number of processes.
-- KEYS  1 turns (stream: chat, update)   2 chats that have a turn (hash: chat → stream id)   3 how many are kept
--       4 prefix of what waits behind a turn (lists by chat)   5 prefix of the update ids seen (bitmaps)
-- ARGV  1 how many may be kept   2 seconds for which ids are remembered   3… update id, chat, update, …
-- Answer  how many were new; -1 when there is no room, and then none was kept
local count = (#ARGV - 2) / 3
if tonumber(redis.call('GET', KEYS[3]) or 0) + count > tonumber(ARGV[1]) then return -1 end
local new = 0
for i = 3, #ARGV, 3 do
  local id, chat, update = tonumber(ARGV[i]), ARGV[i + 1], ARGV[i + 2]
  local seen = KEYS[5] .. math.floor(id / 8192)
  if redis.call('SETBIT', seen, id % 8192, 1) == 0 then
    redis.call('EXPIRE', seen, ARGV[2])
    new = new + 1
    if redis.call('HEXISTS', KEYS[2], chat) == 1 then
      redis.call('RPUSH', KEYS[4] .. chat, update)
    else
      redis.call('HSET', KEYS[2], chat, redis.call('XADD', KEYS[1], '*', 'chat', chat, 'update', update))
    end
  end
end
redis.call('INCRBY', KEYS[3], new)
return new
