-- Replaces what a lease holds back by what was spent, exactly once.
-- KEYS  1 leases by the time they end   2 leases   3 mark: settled without a reservation   4 mark: the lease was over   5.. the windows
-- ARGV  1 lease   2 amount   3 "first" try, "again" (an earlier try may have run), or "unconfirmed" (the reservation may not have run)
--       then for each window: the ms after it
-- Gives what was spent in each window; nothing where the lease was settled before.
local day = 86400000
local lease = redis.call('HGET', KEYS[2], ARGV[1])
local late = redis.call('DEL', KEYS[4]) == 1

if ARGV[3] == 'unconfirmed' then
  if not redis.call('SET', KEYS[3], '1', 'NX', 'PX', day) then return {} end
elseif ARGV[3] == 'again' and not lease and not late then
  return {}
end

if lease then
  local amount, windows = string.match(lease, '^(%d+) (.*)$')
  for window in string.gmatch(windows, '%S+') do
    if amount ~= '0' and redis.call('EXISTS', window) == 1 then
      redis.call('HINCRBY', window, 'r', '-' .. amount)
    end
  end
  redis.call('HDEL', KEYS[2], ARGV[1])
  redis.call('ZREM', KEYS[1], ARGV[1])
end

local reply = {}
for i = 5, #KEYS do
  if ARGV[2] ~= '0' then
    redis.call('HINCRBY', KEYS[i], 's', ARGV[2])
    redis.call('PEXPIREAT', KEYS[i], string.format('%.0f', tonumber(ARGV[i - 1]) + day))
  end
  local sums = redis.call('HMGET', KEYS[i], 's', 'r')
  reply[i - 4] = string.format('%.0f', tonumber(sums[1] or '0') + tonumber(sums[2] or '0'))
end

return reply
