-- Cuts the list of a term's postings to its newest ones when it has grown to twice as many.
--
-- KEYS[1]  string: the postings
-- ARGV[1]  how many bytes are kept
-- Answers its length in bytes.

local keep = tonumber(ARGV[1])
local length = redis.call('STRLEN', KEYS[1])
if length < 2 * keep then return length end
redis.call('SET', KEYS[1], redis.call('GETRANGE', KEYS[1], length - keep, -1))
return keep
