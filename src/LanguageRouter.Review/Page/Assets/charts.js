// Charts over time. Every chart has its figures as a table beneath it, for those who cannot see it.
const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const living = new Set();

function chart(options) {
  const { title, starts, lines, format, bands, bars } = options;
  const box = h('div', { class: 'chart', role: 'img', 'aria-label': `${title}. ${t('chart.seeTable')}` });
  const figure = h('figure', null, box,
    h('details', null, h('summary', null, t('chart.table')),
      table([{ name: t('time'), head: true, get: row => moment(row.start) },
        ...lines.map((line, i) => ({ name: line.name, n: true, get: row => format(row.values[i]) }))],
      starts.map((start, i) => ({ start, values: lines.map(line => line.values[i]) })), { label: title })));
  figure.style.margin = '0';
  const times = starts.map(start => Date.parse(start) / 1000);
  const draw = () => {
    const width = box.clientWidth || 600;
    const axis = { stroke: css('--mute'), grid: { stroke: css('--line'), width: 1 }, ticks: { stroke: css('--line'), width: 1, size: 4 }, font: '11px system-ui, sans-serif' };
    const plot = new uPlot({
      width, height: options.height ?? 190, tzDate: time => uPlot.tzDate(new Date(time * 1e3), 'Etc/UTC'),
      cursor: { points: { size: 6 } },
      scales: { x: { time: true }, y: { range: (u, low, high) => range(low, high, options.zero !== false) } },
      axes: [{ ...axis, space: 70, values: (u, splits) => splits.map(split => tick(split, times)) },
        { ...axis, size: options.axisSize ?? 62, values: (u, splits) => splits.map(split => (options.axis ?? format)(split)) }],
      series: [{ label: t('time'), value: (u, value) => isNothing(value) ? NOTHING : moment(new Date(value * 1000).toISOString()) },
        ...lines.map(line => ({
          label: line.name, stroke: css(line.color), width: bars ? 0 : line.width ?? 2, dash: line.dash, fill: bars ? `${css(line.color)}b0` : undefined,
          paths: bars ? uPlot.paths.bars({ size: [0.7, 40] }) : undefined, points: { show: times.length < 2 || line.points === true }, spanGaps: false,
          value: (u, value) => format(value),
        }))],
      bands: bands?.map(band => ({ series: band.series, fill: css(band.color) })),
      legend: { show: true },
    }, [times, ...lines.map(line => line.values)], box);
    return plot;
  };
  let plot = null;
  const observer = new ResizeObserver(() => {
    if (!box.isConnected) return;
    if (!plot) plot = draw();
    else if (Math.abs(plot.width - box.clientWidth) > 2) plot.setSize({ width: box.clientWidth, height: options.height ?? 190 });
  });
  observer.observe(box);
  living.add({ redraw() { if (plot) { plot.destroy(); plot = draw(); } }, end() { observer.disconnect(); plot?.destroy(); } });
  return figure;
}

function clearCharts() {
  for (const one of living) one.end();
  living.clear();
}

function range(low, high, withZero) {
  if (low === null || high === null || low === undefined) return [0, 1];
  if (withZero) { low = Math.min(0, low); high = Math.max(0, high); }
  const room = (high - low || Math.abs(high) || 1) * 0.08;
  return [low === 0 ? 0 : low - room, high + room];
}

function tick(seconds, times) {
  const date = new Date(seconds * 1000);
  const short = times.length > 1 && times[times.length - 1] - times[0] <= 3 * 86400;
  return new Intl.DateTimeFormat(locale(), short ? { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'UTC' } : { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(date);
}

// An interval on a line with 0 in it: low to high as a bar, the likely value as a mark.
function intervalBar(low, likelyValue, high, limit) {
  const x = value => 50 + 50 * Math.max(-1, Math.min(1, value / limit));
  return h('svg', { viewBox: '0 0 100 14', preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' },
    h('line', { x1: 50, x2: 50, y1: 0, y2: 14, stroke: css('--line-strong'), 'stroke-width': 0.6 }),
    h('rect', { x: Math.min(x(low), x(high)), y: 4, width: Math.max(0.8, Math.abs(x(high) - x(low))), height: 6, rx: 1, fill: css('--bar') }),
    h('rect', { x: x(likelyValue) - 0.6, y: 2, width: 1.2, height: 10, fill: css('--accent') }));
}
