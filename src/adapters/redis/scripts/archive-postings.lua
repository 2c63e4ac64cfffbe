-- Reads postings of a term: the newest, or those round an article's place in the list. Entries stand in the order in
-- which their articles were numbered, so the place is found by halving.
--
-- KEYS[1]  string: the postings
-- ARGV[1]  bytes of an entry   ARGV[2]  how many entries   ARGV[3]  number of the article, 0 for the newest
-- Answers { entries, length of the list in bytes, its first entry }

local size = tonumber(ARGV[1])
local most = tonumber(ARGV[2])
local number = tonumber(ARGV[3])
local length = redis.call('STRLEN', KEYS[1])
local count = math.floor(length / size)
local last = count
if number > 0 and count > most then
  local from, to = 0, count
  while from < to do
    local middle = math.floor((from + to) / 2)
    local bytes = redis.call('GETRANGE', KEYS[1], middle * size, middle * size + 3)
    if struct.unpack('>I4', bytes) < number then from = middle + 1 else to = middle end
  end
  -- What is older may have come later: a part of what is read stands behind the place.
  last = math.min(count, from + math.floor(most / 4))
end
local first = math.max(0, last - most)
return {
  redis.call('GETRANGE', KEYS[1], first * size, last * size - 1),
  length,
  redis.call('GETRANGE', KEYS[1], 0, size - 1),
}
