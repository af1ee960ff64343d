-- Replaces what a lease holds back by what was spent, exactly once.
-- KEYS  1 leases by the time they end   2 leases   3 largest overshoot of one attempt by day   4 mark: settled without a reservation
--       5 mark: the lease was over   6.. the windows
-- ARGV  1 lease   2 amount   3 "first" try, "again" (an earlier try may have run), or "unconfirmed" (the reservation may not have run)
--       then for each window: the ms after it
-- Gives what was spent in each window and what is kept free for the attempts under way; nothing where the lease was settled before.
local day = 86400000
local time = redis.call('TIME')
local today = math.floor((time[1] * 1000 + math.floor(time[2] / 1000)) / day)
local function text(number) return string.format('%.0f', number) end
local lease = redis.call('HGET', KEYS[2], ARGV[1])
local seen = redis.call('HMGET', KEYS[3], text(today), text(today - 1))
local overshoot = math.max(tonumber(seen[1] or '0'), tonumber(seen[2] or '0'))
local late = redis.call('DEL', KEYS[5]) == 1

if ARGV[3] == 'unconfirmed' then
  if not redis.call('SET', KEYS[4], '1', 'NX', 'PX', day) then return {} end
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

  local above = tonumber(ARGV[2]) - tonumber(amount)
  if above > tonumber(seen[1] or '0') then
    redis.call('HSET', KEYS[3], text(today), text(above))
    redis.call('HDEL', KEYS[3], text(today - 2), text(today - 3))
    redis.call('PEXPIRE', KEYS[3], 2 * day)
    overshoot = math.max(overshoot, above)
  end
end

local reply = {}
for i = 6, #KEYS do
  if ARGV[2] ~= '0' then
    redis.call('HINCRBY', KEYS[i], 's', ARGV[2])
    redis.call('PEXPIREAT', KEYS[i], text(tonumber(ARGV[i - 2]) + day))
  end
  local sums = redis.call('HMGET', KEYS[i], 's', 'r')
  reply[i - 5] = text(tonumber(sums[1] or '0') + tonumber(sums[2] or '0'))
end

reply[#reply + 1] = text(redis.call('HLEN', KEYS[2]) * overshoot)
return reply
