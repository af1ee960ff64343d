-- Holds an amount back under every limit of a tenant, or refuses it. Amounts are whole billionths of a dollar.
-- KEYS  1 leases by the time they end   2 leases: id -> "amount window window"   3 largest overshoot of one attempt by day
--       4.. one window for each limit: s settled, r reserved
-- ARGV  1 what the tenant's keys begin with   2 lease   3 amount   4 lifetime in ms   5 whether to enforce
--       then for each limit: first ms of the window, ms after it, hard limit or -1
-- Gives "clock" and the server's time where the windows are not those of now; else "granted", "over N" or "refused N", what was spent in each window,
-- and what the next reservation finds kept free for the attempts under way.
local day = 86400000
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function text(number) return string.format('%.0f', number) end

for i = 4, #KEYS do
  local at = 6 + (i - 4) * 3
  if now < tonumber(ARGV[at]) or now >= tonumber(ARGV[at + 1]) then
    return { 'clock', text(now) }
  end
end

-- 1. Leases that are over hold nothing. A mark lets a settlement that comes late still count.
while true do
  local over = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', text(now), 'LIMIT', 0, 500)
  for _, id in ipairs(over) do
    local lease = redis.call('HGET', KEYS[2], id)
    if lease then
      local amount, windows = string.match(lease, '^(%d+) (.*)$')
      for window in string.gmatch(windows, '%S+') do
        if amount ~= '0' and redis.call('EXISTS', window) == 1 then
          redis.call('HINCRBY', window, 'r', '-' .. amount)
        end
      end
      redis.call('HDEL', KEYS[2], id)
      redis.call('SET', ARGV[1] .. 'late:' .. id, '1', 'PX', day)
    end
    redis.call('ZREM', KEYS[1], id)
  end
  if #over < 500 then break end
end

-- 2. The sums, and the first limit that stands against the amount. It has to bear the largest overshoot for each attempt that is under way.
local today = math.floor(now / day)
local seen = redis.call('HMGET', KEYS[3], text(today), text(today - 1))
local overshoot = math.max(tonumber(seen[1] or '0'), tonumber(seen[2] or '0'))
local open = redis.call('HLEN', KEYS[2])
local reply = { 'granted' }
for i = 4, #KEYS do
  local sums = redis.call('HMGET', KEYS[i], 's', 'r')
  local spent = tonumber(sums[1] or '0') + tonumber(sums[2] or '0')
  local hard = tonumber(ARGV[8 + (i - 4) * 3])
  if reply[1] == 'granted' and hard >= 0 and spent + tonumber(ARGV[3]) + open * overshoot > hard then
    reply[1] = (ARGV[5] == '1' and 'refused ' or 'over ') .. (i - 4)
  end
  reply[i - 2] = text(spent)
end

-- 3. The lease.
if string.sub(reply[1], 1, 7) ~= 'refused' then
  local lease = ARGV[3]
  for i = 4, #KEYS do
    redis.call('HINCRBY', KEYS[i], 'r', ARGV[3])
    redis.call('PEXPIREAT', KEYS[i], text(tonumber(ARGV[7 + (i - 4) * 3]) + day))
    lease = lease .. ' ' .. KEYS[i]
  end
  redis.call('HSET', KEYS[2], ARGV[2], lease)
  redis.call('ZADD', KEYS[1], text(now + tonumber(ARGV[4])), ARGV[2])
  redis.call('PEXPIRE', KEYS[1], day)
  redis.call('PEXPIRE', KEYS[2], day)
  open = open + 1
end

reply[#reply + 1] = text(open * overshoot)
return reply
