// The views: each takes what the server answered and returns nodes.
function overviewView(data) {
  const total = data.totals;
  if (!total.requests) return [heading('overview', data), empty(t('empty.title'), t('empty.detail'))];
  const saving = total.saving;
  const cards = h('div', { class: 'cards' },
    card(t('requests'), count(total.requests), [t('requests.note', { failed: percent(total.failed / total.requests), over: count(total.failedOver) })], 'measured'),
    card(t('cost'), usd(total.costUsd), [t('cost.note', { per: usd(total.costKnown ? total.costUsd / total.costKnown * 1000 : null) }), total.costKnown < total.requests && t('cost.unknown', { n: count(total.requests - total.costKnown) })], 'measured'),
    card(t('saving.default'), savingText(saving),
      [saving ? t('band', { low: usdRange(saving.low, saving.high, true)[0], high: usdRange(saving.low, saving.high, true)[1] }) : t('saving.none')], 'estimated', saving && (saving.likely > 0 ? 'good' : saving.likely < 0 ? 'bad' : '')),
    card(t('quality'), isNothing(total.points) ? NOTHING : t('points', { n: signed(total.points) }), [isNothing(total.points) ? t('quality.none') : t('quality.note', { low: signed(total.lowPoints) })], 'estimated'),
    card(t('feedback'), total.feedback ? percent(total.feedback.mean, 0) : NOTHING, [total.feedback ? t('feedback.note', { n: count(total.feedback.count), low: percent(total.feedback.low, 0), high: percent(total.feedback.high, 0) }) : t('feedback.none')], 'measured'),
    card(t('latency'), duration(total.p50Ms), [t('latency.note', { p95: duration(total.p95Ms), first: duration(total.firstUpdateMs) })], 'measured'));

  const starts = data.steps.map(step => step.start);
  const of = get => data.steps.map(step => get(step) ?? null);
  const charts = h('div', { class: 'panels' },
    panel(t('chart.cost'), [chip('measured')], chart({ title: t('chart.cost'), starts, format: value => usd(value), axis: usdAxis, bars: true, lines: [{ name: t('cost'), color: '--accent', values: of(step => step.costUsd) }] })),
    panel(t('chart.saving'), [chip('estimated')], chart({
      title: t('chart.saving'), starts, format: value => usd(value), axis: usdAxis, bands: [{ series: [2, 1], color: '--bar' }],
      lines: [{ name: t('low'), color: '--line-strong', width: 1, values: of(step => step.saving?.low) }, { name: t('high'), color: '--line-strong', width: 1, values: of(step => step.saving?.high) }, { name: t('likely'), color: '--accent', values: of(step => step.saving?.likely) }],
    }), h('p', { class: 'note' }, t('chart.saving.note'))),
    panel(t('chart.volume'), [chip('measured')], chart({ title: t('chart.volume'), starts, format: value => count(value), bars: true, lines: [{ name: t('requests'), color: '--mute', values: of(step => step.requests) }] })),
    panel(t('chart.latency'), [chip('measured')], chart({ title: t('chart.latency'), starts, format: value => duration(value), lines: [{ name: t('p50'), color: '--accent', values: of(step => step.p50Ms) }, { name: t('p95'), color: '--translated', dash: [5, 4], values: of(step => step.p95Ms) }] })));
  return [heading('overview', data), cards, charts, baselinesPanel(total), breakdownPanel(data)];
}

function heading(view, data, extra) {
  return [h('h1', null, t(`nav.${view}`)), h('p', { class: 'lead' }, t(`lead.${view}`), data?.from && ` ${t('span', { from: day(data.from), to: day(new Date(Date.parse(data.to) - 1).toISOString()) })}`, extra)];
}

function card(name, figure, notes, mark, tone) {
  return h('div', { class: 'card' }, h('div', { class: 'name' }, h('span', null, name), chip(mark)), h('div', { class: `figure ${tone ?? ''}` }, figure), notes.filter(Boolean).map(note => h('div', { class: 'note' }, note)));
}

function baselinesPanel(total) {
  const rows = total.baselines.filter(baseline => baseline.saving);
  const content = rows.length === 0 ? empty(t('saving.none')) : table([
    { name: t('baseline'), head: true, get: row => t(`baseline.${row.name}`) },
    { name: t('compared'), n: true, get: row => count(row.saving.requests) },
    { name: `${t('cost')} (${t('measured')})`, n: true, get: row => usd(row.saving.actualUsd) },
    { name: `${t('baseline.cost')} (${t('estimated')})`, n: true, get: row => usd(row.saving.baselineUsd) },
    { name: t('saving.share'), n: true, get: row => savingText(row.saving) },
    { name: t('saving.interval'), n: true, get: row => usdRange(row.saving.low, row.saving.high, true).join(' – ') },
    { name: t('saving.net'), n: true, get: row => usd(row.saving.likely - total.shadowCostUsd) },
    { name: '', get: row => h('div', { class: 'meter' }, intervalBar(row.saving.low, row.saving.likely, row.saving.high, row.saving.baselineUsd || 1)) },
  ], rows, { label: t('baselines') });
  return panel(t('baselines'), [chip('measured'), chip('estimated')], content, h('p', { class: 'note' }, t('baselines.note', { shadows: usd(total.shadowCostUsd), attempts: usd(total.attemptCostUsd) }), total.shadowsOfUnknownCost > 0 && ` ${t('baselines.unknown', { n: count(total.shadowsOfUnknownCost) })}`));
}

function breakdownPanel(data) {
  const box = h('div');
  const dimensions = ['route', 'model', 'language', 'task', 'tenant'];
  const buttons = dimensions.map(dimension => h('button', { type: 'button', 'aria-pressed': 'false', onclick: () => show(dimension) }, t(dimension)));
  function show(dimension) {
    buttons.forEach((button, i) => button.setAttribute('aria-pressed', String(dimensions[i] === dimension)));
    box.replaceChildren(breakdown(dimension, data.by[dimension], data.totals.requests));
  }
  show('route');
  return panel(t('breakdown'), buttons, box, h('p', { class: 'note' }, t('breakdown.note')));
}

function nameOf(dimension, name) {
  return dimension === 'language' ? languageName(name) : dimension === 'task' ? word('task', name) : dimension === 'tenant' ? tenantName(name) : name;
}

function breakdown(dimension, rows, all) {
  return table([
    { name: t(dimension), head: true, get: row => nameOf(dimension, row.name) },
    { name: t('requests'), n: true, get: row => count(row.requests) },
    { name: t('share'), n: true, get: row => [percent(row.requests / all), h('span', { class: 'share', 'width%': 100 * row.requests / all })] },
    { name: t('cost'), n: true, get: row => usd(row.costUsd) },
    { name: t('cost.perThousand'), n: true, get: row => usd(row.costKnown ? row.costUsd / row.costKnown * 1000 : null) },
    { name: `${t('saving.share')} ≈`, n: true, get: row => savingText(row.saving) },
    { name: `${t('quality')} ≈`, n: true, get: row => signed(row.points) },
    { name: t('feedback'), n: true, get: row => row.feedback ? `${percent(row.feedback.mean, 0)} (${count(row.feedback.count)})` : NOTHING },
    { name: t('p50'), n: true, get: row => duration(row.p50Ms) },
    { name: t('p95'), n: true, get: row => duration(row.p95Ms) },
    { name: t('failed'), n: true, get: row => percent(row.failed / row.requests) },
  ], rows, { label: t('breakdown') });
}

function pipeView(data) {
  if (data.lines.length === 0) return [heading('pipe', data), empty(t('empty.title'), t('pipe.empty'))];
  const colors = ['--direct', '--translated', '--adapted', '--bad', '--mute', '--warn'];
  const top = data.lines.slice(0, 6);
  const starts = [...new Set(top.flatMap(line => line.steps.map(step => step.start)))].sort();
  const values = line => { const at = new Map(line.steps.map(step => [step.start, step.measured ?? step.estimated])); return starts.map(start => at.get(start) ?? null); };
  const widest = Math.max(...data.lines.map(line => line.measured ?? line.estimated ?? 0));
  return [heading('pipe', data),
    panel(t('pipe.chart'), [chip('measured'), chip('estimated')],
      chart({ title: t('pipe.chart'), starts, height: 260, format: value => decimal(value, 2), lines: top.map((line, i) => ({ name: `${line.model} · ${line.language}${isNothing(line.measured) ? ` (${t('estimated')})` : ''}`, color: colors[i], dash: isNothing(line.measured) ? [5, 4] : undefined, values: values(line) })) }),
      h('p', { class: 'note' }, t('pipe.note'))),
    panel(t('pipe.table'), [], table([
      { name: t('model'), head: true, get: row => row.model },
      { name: t('language'), get: row => languageName(row.language) },
      { name: t('requests'), n: true, get: row => count(row.requests) },
      { name: `${t('pipe.width')} (${t('measured')})`, n: true, get: row => [decimal(row.measured), h('span', { class: 'share', 'width%': 100 * (row.measured ?? 0) / widest })] },
      { name: `${t('pipe.width')} (${t('estimated')})`, n: true, get: row => decimal(row.estimated) },
      { name: t('pipe.tokens'), n: true, get: row => count(row.measuredTokens) },
    ], data.lines, { label: t('pipe.table') }))];
}

function verdictsView(data) {
  if (data.verdicts.length === 0) return [heading('verdicts', data), empty(t('verdicts.empty'), t('verdicts.empty.detail'))];
  const tone = { beneficial: 'good', 'not-beneficial': 'bad', 'not-enough-data': 'mute' };
  const range = (interval, format) => interval ? `${format(interval.likely)} (${isNothing(interval.low) ? '…' : format(interval.low)} – ${isNothing(interval.high) ? '…' : format(interval.high)})` : NOTHING;
  const band = interval => range(interval, percent);
  return [heading('verdicts', data), panel(t('nav.verdicts'), [], table([
    { name: t('tenant'), head: true, get: row => tenantName(row.tenant) },
    { name: t('language'), get: row => languageName(row.language) },
    { name: t('task'), get: row => word('task', row.task) },
    { name: t('verdicts.paths'), get: row => t('verdicts.against', { path: word('kind', row.path), against: word('kind', row.against) }) },
    { name: t('verdict'), get: row => [h('span', { class: `verdict ${tone[row.verdict] ?? ''}` }, word('verdict', row.verdict)), row.simulated ? [' ', chip('simulated')] : ''] },
    { name: t('saving.share'), n: true, get: row => [band(row.saving), ' ', row.saving && chip(row.savingIsMeasured ? 'measured' : 'estimated')] },
    { name: t('verdicts.wtl'), n: true, get: row => `${count(row.wins)} / ${count(row.ties)} / ${count(row.losses)}` },
    { name: t('verdicts.rate'), n: true, get: row => band(row.winRate) },
    { name: t('latency'), n: true, get: row => range(row.latencySeconds, value => `${signed(value)} s`) },
    { name: t('verdicts.more'), n: true, get: row => count(row.more) },
  ], data.verdicts, { label: t('nav.verdicts') }), h('p', { class: 'note' }, t('verdicts.note', { slower: percent(data.latencyMargin) })))];
}

function policiesView(data) {
  if (data.policies.length === 0) return [heading('policies', data), empty(t('empty.title'), t('empty.detail'))];
  const list = panel(t('policies.versions'), [], table([
    { name: t('policy'), head: true, get: row => h('code', null, row.version) },
    { name: t('policies.firstSeen'), get: row => moment(row.policy?.firstSeen) },
    { name: t('mode'), get: row => row.policy ? word('mode', row.policy.mode) : NOTHING },
    { name: t('policies.default'), get: row => row.policy?.default ?? NOTHING },
    { name: t('tenant'), w: true, get: row => row.tenants.map(tenantName).join(', ') },
    { name: t('requests'), n: true, get: row => count(row.requests) },
    { name: t('cost'), n: true, get: row => usd(row.costUsd) },
    { name: `${t('saving.share')} ≈`, n: true, get: row => savingText(row.saving) },
    { name: t('feedback'), n: true, get: row => row.feedback ? percent(row.feedback.mean, 0) : NOTHING },
  ], data.policies, { label: t('policies.versions') }));
  const routes = data.policies.filter(row => row.policy).slice(0, 6).map(row => panel(`${t('policies.routes')} ${row.version}`, [], table([
    { name: t('route'), head: true, get: route => route.name },
    { name: t('path'), get: route => kindMark(route.kind, word('kind', route.kind)) },
    { name: t('model'), get: route => route.model },
    { name: t('translator'), get: route => route.translator ?? NOTHING },
    { name: t('tokenizer'), get: route => modelOf(row.policy, route.model)?.tokenizer ?? NOTHING },
    { name: t('policies.in'), n: true, get: route => decimal(modelOf(row.policy, route.model)?.inputPrice ?? null, 3) },
    { name: t('policies.cached'), n: true, get: route => decimal(modelOf(row.policy, route.model)?.cachedInputPrice ?? null, 3) },
    { name: t('policies.out'), n: true, get: route => decimal(modelOf(row.policy, route.model)?.outputPrice ?? null, 3) },
    { name: '', get: route => route.hypothetical ? h('span', { class: 'chip' }, word('standing', 'hypothetical')) : '' },
  ], row.policy.routes, { label: t('policies.routes') })));
  const shadows = panel(t('policies.shadows'), [chip('estimated')], data.shadows.length === 0 ? empty(t('policies.shadows.none'), t('policies.shadows.detail')) : table([
    { name: t('policies.candidate'), head: true, get: row => h('code', null, row.candidate) },
    { name: t('policy'), get: row => h('code', null, row.policy) },
    { name: t('policies.chosen'), get: row => row.chosen },
    { name: t('policies.would'), get: row => row.route === row.chosen ? h('span', { class: 'mute' }, t('policies.same')) : row.route },
    { name: t('requests'), n: true, get: row => count(row.requests) },
    { name: t('policies.difference'), n: true, get: row => `${usd(row.likely, true)} (${usdRange(row.low, row.high, true).join(' – ')})` },
  ], data.shadows, { label: t('policies.shadows') }));
  return [heading('policies', null), list, shadows, ...routes];
}

const modelOf = (policy, name) => policy.models.find(model => model.name === name);

function healthView(data) {
  const writer = data.writer;
  const state = !writer ? t('health.reader') : writer.failingSince ? t('health.failing', { since: moment(writer.failingSince, true) }) : t('health.ok');
  return [heading('health', null),
    h('div', { class: 'cards' },
      card(t('health.records'), count(data.store.records), [t('health.span', { from: moment(data.store.oldest), to: moment(data.store.newest) })], 'measured'),
      card(t('health.size'), bytes(data.store.bytes), [`${data.store.place} · ${t('health.schema')} ${data.store.schema}`], 'measured'),
      writer && card(t('health.queued'), count(writer.queued), [t('health.committed', { n: count(writer.committed) })], 'measured'),
      writer && card(t('health.dropped'), count(writer.dropped), [t('health.dropped.note')], 'measured', writer.dropped ? 'bad' : '')),
    panel(t('health.writer'), [writer && h('span', { class: `chip ${writer.failingSince ? 'bad' : 'measured'}` }, writer.failingSince ? t('health.bad') : t('health.good'))],
      h('p', { role: writer?.failingSince ? 'alert' : null }, state), writer?.fault && h('p', { class: 'code bad' }, writer.fault),
      writer?.learntFault && [h('p', { role: 'alert' }, t('health.learnt')), h('p', { class: 'code bad' }, writer.learntFault)]),
    panel(t('health.routes'), [chip('measured')], data.routes.length === 0 ? empty(t('empty.title')) : table([
      { name: t('route'), head: true, get: row => kindMark(row.kind, row.name) },
      { name: t('model'), get: row => row.model },
      { name: t('requests'), n: true, get: row => count(row.requests) },
      { name: t('failed'), n: true, get: row => h('span', { class: row.failed ? 'bad' : '' }, `${count(row.failed)} (${percent(row.failed / row.requests)})`) },
      { name: t('cancelled'), n: true, get: row => count(row.cancelled) },
      { name: t('failedOver'), n: true, get: row => count(row.failedOver) },
      { name: t('p50'), n: true, get: row => duration(row.p50Ms) },
      { name: t('p95'), n: true, get: row => duration(row.p95Ms) },
    ], data.routes, { label: t('health.routes') }))];
}
