-- Sends one request for each line of a file of targets: wrk ... -- METHOD TARGETS BODY
-- Heads are put together beforehand, so that sending costs little. At the end it says how many
-- answers came, in how many microseconds, how many targets were used, and how many errors there were.

local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init(args)
  local file = assert(io.open(args[3], "rb"))
  body = file:read("*a")
  file:close()
  requests = {}
  for target in io.lines(args[2]) do
    local whole = wrk.format(args[1], target, nil, #body > 0 and body or nil)
    requests[#requests + 1] = whole:sub(1, #whole - #body)
  end
  used = 0
end

function request()
  used = used + 1
  local head = requests[(used - 1) % #requests + 1]
  if #body == 0 then
    return head
  end
  return head .. body
end

function done(summary, latency, requests)
  local used = 0
  for _, thread in ipairs(threads) do
    used = used + thread:get("used")
  end
  local e = summary.errors
  print(string.format("result %d %d %d %d", summary.requests, summary.duration, used,
    e.connect + e.read + e.write + e.status + e.timeout))
end
