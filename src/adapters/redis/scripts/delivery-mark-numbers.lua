-- Sets the bits of subscribers in a bitmap that is gone soon.
-- KEYS  1 bitmap
-- ARGV  1 ms until it is gone   2… numbers
for i = 2, #ARGV do redis.call('SETBIT', KEYS[1], ARGV[i], 1) end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
