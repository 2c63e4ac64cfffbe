-- Ends the turns of chats and begins their next. A turn counts only while it is its chat's: a second end changes nothing.
-- KEYS  1 turns (stream: chat, update)   2 chats that have a turn (hash: chat → stream id)   3 how many are kept
--       4 attempts (hash: stream id → count)   5 set aside (list)   6 prefix of what waits behind a turn (lists by chat)
-- ARGV  1 consumer group   2 how many are kept aside   3 turns   4… for each turn: stream id, chat; then for each that is to be
--       set aside: stream id, record
-- Answer  how many ended; the others had ended already
local count = tonumber(ARGV[3])
local aside = {}
for i = 4 + count * 2, #ARGV, 2 do aside[ARGV[i]] = ARGV[i + 1] end
local ids, chats, ended = {}, {}, {}
for i = 4, 2 + count * 2, 2 do
  local id, chat = ARGV[i], ARGV[i + 1]
  if not ended[id] and redis.call('HGET', KEYS[2], chat) == id then
    ended[id] = true
    ids[#ids + 1] = id
    if aside[id] then
      redis.call('LPUSH', KEYS[5], aside[id])
      redis.call('LTRIM', KEYS[5], 0, tonumber(ARGV[2]) - 1)
    end
    local update = redis.call('LPOP', KEYS[6] .. chat)
    if update then
      redis.call('HSET', KEYS[2], chat, redis.call('XADD', KEYS[1], '*', 'chat', chat, 'update', update))
    else
      chats[#chats + 1] = chat
    end
  end
end
if #ids == 0 then return 0 end
redis.call('XACK', KEYS[1], ARGV[1], unpack(ids))
redis.call('XDEL', KEYS[1], unpack(ids))
redis.call('HDEL', KEYS[4], unpack(ids))
if #chats > 0 then redis.call('HDEL', KEYS[2], unpack(chats)) end
redis.call('DECRBY', KEYS[3], #ids)
return #ids
