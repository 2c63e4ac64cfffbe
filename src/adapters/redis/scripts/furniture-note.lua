-- Notes an article of a source with its lines, unless it is noted already, and says how often each line stood in the
-- source's other articles when it was.
--
-- KEYS[1]  list: the source's latest articles, newest first, each as JSON {s = story, l = {hash of a line → count}}
-- ARGV[1]  hash of the story   ARGV[2]  how many articles are kept   ARGV[3]  seconds after which a silent source is forgotten
-- ARGV[4 .. ]  hashes of the lines
-- Answers a number for each line.

local counts = {}
local before
for _, entry in ipairs(redis.call('LRANGE', KEYS[1], 0, -1)) do
  local article = cjson.decode(entry)
  if article.s == ARGV[1] then
    before = article.l
    break
  end
  for line in pairs(article.l) do counts[line] = (counts[line] or 0) + 1 end
end

local answer = {}
local lines = {}
for i = 4, #ARGV do
  local count = before and (before[ARGV[i]] or 0) or (counts[ARGV[i]] or 0)
  answer[#answer + 1] = count
  lines[ARGV[i]] = count
end
if not before then
  redis.call('LPUSH', KEYS[1], cjson.encode({ s = ARGV[1], l = lines }))
  redis.call('LTRIM', KEYS[1], 0, ARGV[2] - 1)
end
redis.call('EXPIRE', KEYS[1], ARGV[3])
return answer
