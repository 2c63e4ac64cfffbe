-- Admits a new story: known by its keys, listed, and waiting for its channels, in one step; or nothing at all, when
-- one of its keys belongs to a story that the caller has not looked at yet.
--
-- KEYS[1]  string: ids by number          KEYS[2]  zset: latest          KEYS[3]  zset: unindexed
-- KEYS[4 .. 3+S]          hash: bucket of story keys, one for each story key; those of bands come last
-- KEYS[4+S .. ]           zset: waiting list of a channel
-- ARGV[1]  number   ARGV[2]  id   ARGV[3]  id padded to its place   ARGV[4]  offset of its place
-- ARGV[5]  score in latest   ARGV[6]  sortAtMs   ARGV[7]  now in ms
-- ARGV[8]  S   ARGV[9]  how many of them are bands   ARGV[10]  seconds that buckets of bands are kept
-- ARGV[11 .. 10+S]        field in the bucket of the same rank
-- ARGV[11+S .. ]          numbers of stories that were looked at and are others
-- Answers the numbers of stories to look at first; an empty list when the story was admitted.

local count = tonumber(ARGV[8])
local lasting = count - tonumber(ARGV[9])
local others = {}
for i = 11 + count, #ARGV do others[ARGV[i]] = true end

local unseen = {}
for i = 1, count do
  local number = redis.call('HGET', KEYS[3 + i], ARGV[10 + i])
  if number and not others[number] then
    others[number] = true
    unseen[#unseen + 1] = number
  end
end
if #unseen > 0 then return unseen end

for i = 1, count do
  redis.call('HSET', KEYS[3 + i], ARGV[10 + i], ARGV[1])
  if i > lasting then redis.call('EXPIRE', KEYS[3 + i], ARGV[10]) end
end
redis.call('SETRANGE', KEYS[1], ARGV[4], ARGV[3])
redis.call('ZADD', KEYS[2], ARGV[5], ARGV[1])
redis.call('ZADD', KEYS[3], ARGV[7], ARGV[2])
for i = 4 + count, #KEYS do redis.call('ZADD', KEYS[i], ARGV[6], ARGV[2]) end
return {}
