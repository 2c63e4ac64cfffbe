-- Moves a broadcast from one state to another, if the table of moves allows it: one compare-and-set.
-- KEYS  1 broadcast (hash)   2 broadcasts with work left (set)   3 broadcasts whose editor is to be told (set)
--       4 to do (bitmap)   5 unknown (bitmap)   6 active subscribers (bitmap)   7 planned starts (zset)
--       8 for reckoning (bitmap)   9… bitmaps of the segment: a list of languages, of days, of followers, as far as it has them
-- ARGV  1 now in ms, empty: Redis TIME   2 step   3 id   4 first number of the segment   5 how many lists of bitmaps
--       then the length of each, then from, to, from, to, …
-- Answer  1 when it was moved, else 0
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local status, to = redis.call('HGET', KEYS[1], 'status'), nil
local lists = tonumber(ARGV[5])
for i = 6 + lists, #ARGV, 2 do
  if ARGV[i] == status then to = ARGV[i + 1] end
end
if not to then return 0 end
if ARGV[2] == 'start' then
  -- The audience is frozen here: who subscribes later is not in it, who leaves later is not written to.
  redis.call('BITOP', 'OR', KEYS[4], KEYS[6])
  local from = 9
  for list = 1, lists do
    local to = from + tonumber(ARGV[5 + list]) - 1
    redis.call('BITOP', 'OR', KEYS[8], unpack(KEYS, from, to))
    redis.call('BITOP', 'AND', KEYS[4], KEYS[4], KEYS[8])
    redis.call('DEL', KEYS[8])
    from = to + 1
  end
  local first = tonumber(ARGV[4])
  if first > 1 and redis.call('STRLEN', KEYS[4]) > 0 then
    local bytes = math.min(math.floor(first / 8), redis.call('STRLEN', KEYS[4]))
    redis.call('SETRANGE', KEYS[4], 0, string.rep('\0', bytes))
    for number = math.floor(first / 8) * 8, first - 1 do redis.call('SETBIT', KEYS[4], number, 0) end
  end
  local audience = redis.call('BITCOUNT', KEYS[4])
  redis.call('HSET', KEYS[1], 'audience', audience, 'waiting', audience, 'startedAtMs', now, 'from', 0)
  redis.call('PERSIST', KEYS[1])
elseif ARGV[2] == 'repeat' then
  local unknown = tonumber(redis.call('HGET', KEYS[1], 'unknown'))
  if unknown == 0 then return 0 end
  redis.call('BITOP', 'OR', KEYS[4], KEYS[5])
  redis.call('DEL', KEYS[5])
  redis.call('HSET', KEYS[1], 'unknown', 0, 'waiting', unknown, 'from', 0)
  redis.call('HDEL', KEYS[1], 'finishedAtMs')
end
redis.call('HSET', KEYS[1], 'status', to, 'refusedInARow', 0, 'silentInARow', 0)
redis.call('ZREM', KEYS[7], ARGV[3])
if to == 'running' then redis.call('HDEL', KEYS[1], 'note', 'shownAtMs') end
if to == 'cancelled' then redis.call('HSET', KEYS[1], 'finishedAtMs', now) end
if to ~= 'draft' and status ~= 'draft' or to == 'running' then
  redis.call('SADD', KEYS[2], ARGV[3])
  redis.call('SADD', KEYS[3], ARGV[3])
end
return 1
