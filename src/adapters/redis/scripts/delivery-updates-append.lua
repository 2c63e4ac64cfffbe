-- Keeps updates before they are confirmed, each once. A chat has one update in the stream at a time, its turn; what comes
-- after it waits in the chat's own list, which is what keeps the order over any number of processes. Whoever keeps them may
-- take turns in the same step, the oldest that nobody has.
-- KEYS  1 turns (stream: chat, update)   2 chats that have a turn (hash: chat → stream id)   3 how many are kept
--       4 prefix of what waits behind a turn (lists by chat)   5 prefix of the update ids seen (bitmaps)
-- ARGV  1 how many may be kept   2 seconds for which ids are remembered   3 consumer group   4 consumer
--       5 turns to take at most   6… update id, chat, update, …
-- Answer  { how many were new (-1: there is no room, and none was kept), then for each turn taken: stream id and the number of
--         its update among those given, or stream id, 0, chat, update }
local count = (#ARGV - 5) / 3
if tonumber(redis.call('GET', KEYS[3]) or 0) + count > tonumber(ARGV[1]) then return { -1 } end
local new, given, bitmap = 0, {}, nil
for at = 1, count do
  local i = 3 + at * 3
  local id, chat, update = tonumber(ARGV[i]), ARGV[i + 1], ARGV[i + 2]
  local seen = KEYS[5] .. math.floor(id / 8192)
  if redis.call('SETBIT', seen, id % 8192, 1) == 0 then
    if seen ~= bitmap then
      redis.call('EXPIRE', seen, ARGV[2])
      bitmap = seen
    end
    new = new + 1
    if redis.call('HEXISTS', KEYS[2], chat) == 1 then
      redis.call('RPUSH', KEYS[4] .. chat, update)
    else
      local turn = redis.call('XADD', KEYS[1], '*', 'chat', chat, 'update', update)
      redis.call('HSET', KEYS[2], chat, turn)
      given[turn] = at
    end
  end
end
if new > 0 then redis.call('INCRBY', KEYS[3], new) end
local answer = { new }
if tonumber(ARGV[5]) == 0 then return answer end
-- What is kept stays kept where nothing can be taken.
local read = redis.pcall('XREADGROUP', 'GROUP', ARGV[3], ARGV[4], 'COUNT', ARGV[5], 'STREAMS', KEYS[1], '>')
if not read or read.err then return answer end
for _, turn in ipairs(read[1][2]) do
  answer[#answer + 1] = turn[1]
  answer[#answer + 1] = given[turn[1]] or 0
  if not given[turn[1]] then
    answer[#answer + 1] = turn[2][2]
    answer[#answer + 1] = turn[2][4]
  end
end
return answer
