-- Puts a new version of an article in the place of the one that the caller has read, and keeps that one.
--
-- KEYS[1]  string: the article   KEYS[2]  list: its earlier versions, newest first
-- ARGV[1]  the version that was read   ARGV[2]  the new one   ARGV[3]  how many earlier ones are kept
-- Answers 1, or 0 when the article is no longer the one that was read.

if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
redis.call('LPUSH', KEYS[2], ARGV[1])
redis.call('LTRIM', KEYS[2], 0, tonumber(ARGV[3]) - 1)
return 1
