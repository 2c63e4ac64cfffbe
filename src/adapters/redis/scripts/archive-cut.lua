-- Cuts the list of a term's postings to its newest ones when it has grown to twice as many. The first entry then says how
-- many were dropped in all, in place of a number, with the weight 0.
--
-- KEYS[1]  string: the postings
-- ARGV[1]  bytes of an entry   ARGV[2]  how many entries are kept
-- Answers the length of the list in bytes.

local size = tonumber(ARGV[1])
local keep = tonumber(ARGV[2])
local length = redis.call('STRLEN', KEYS[1])
local count = math.floor(length / size)
if count < 2 * keep then return length end
local dropped = count - keep
local first = redis.call('GETRANGE', KEYS[1], 0, size - 1)
if string.byte(first, size) == 0 then dropped = dropped - 1 + struct.unpack('>I4', first) end
local head = struct.pack('>I4', dropped) .. string.rep('\0', size - 4)
redis.call('SET', KEYS[1], head .. redis.call('GETRANGE', KEYS[1], (count - keep) * size, -1))
return (keep + 1) * size
