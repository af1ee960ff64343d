// The list of decisions, and one decision explained.
function decisionsView(data, state) {
  const rows = data.lines;
  const mixed = rows.some(row => !row.simulated);
  const body = rows.length === 0 ? empty(t('empty.title'), t('empty.detail')) : table([
    { name: t('time'), head: true, get: row => h('a', { class: 'one', href: link('decisions', { id: row.id }) }, shortMoment(row.time)) },
    { name: t('tenant'), w: true, get: row => tenantName(row.tenant) },
    { name: t('route'), get: row => kindMark(row.kind, row.route) },
    { name: t('model'), w: true, get: row => row.model },
    { name: t('language'), get: row => row.language },
    { name: t('task'), get: row => h('span', { class: 'one' }, word('task', row.task)) },
    { name: t('characters'), n: true, get: row => count(row.characters) },
    { name: t('cost'), n: true, get: row => isNothing(row.costUsd) ? t('unknown') : usd(row.costUsd) },
    { name: t('duration'), n: true, get: row => duration(row.durationMs) },
    { name: t('outcome'), get: row => h('span', { class: row.outcome === 'succeeded' ? '' : 'bad' }, word('outcome', row.outcome)) },
    { name: t('reasons'), w: true, get: row => [row.reasons.slice(0, 2).map(reason => word('reason', reason)).join(' · '), row.reasons.length > 2 && h('span', { class: 'mute' }, ` +${count(row.reasons.length - 2)}`), mixed && row.simulated ? [' ', chip('simulated')] : ''] },
  ], rows, { label: t('nav.decisions'), row: () => ({ class: 'link' }) });
  return [heading('decisions', data), h('section', { class: 'panel' }, body,
    h('div', { class: 'pager' },
      state.after && h('a', { href: link('decisions', { after: null, id: null }) }, t('first')),
      data.next && !report && h('a', { href: link('decisions', { after: data.next, id: null }) }, t('older')),
      data.searchedBackTo && h('span', { class: 'mute' }, t('searched', { time: moment(data.searchedBackTo) }))))];
}

function decisionView(data) {
  const record = data.record;
  const signals = record.signals;
  const route = record.answered ?? record.target;
  return [
    h('p', null, h('a', { href: link('decisions', { id: null }) }, `← ${t('nav.decisions')}`)),
    h('h1', null, t('decision.title', { route })),
    h('p', { class: 'lead' }, `${moment(record.time, true)} UTC · ${tenantName(record.tenant)} · `, h('code', null, record.id), record.simulated ? [' ', chip('simulated')] : ''),
    h('div', { class: 'panels' },
      panel(t('decision.why'), [], whyList(record)),
      panel(t('decision.signals'), [], facts([
        [t('language'), `${languageName(signals.language)} · ${percent(signals.confidence ?? 0, 0)}`],
        [t('answerLanguage'), `${languageName(signals.answerLanguage)}${signals.answerLanguageIsAsked ? ` · ${t('asked')}` : ''}`],
        [t('task'), [word('task', signals.task), ' ', h('code', null, signals.taskEvidence)]],
        [t('register'), word('register', signals.register)],
        [t('characters'), `${count(signals.characters ?? 0)} (${t('lastTurn')} ${count(signals.promptCharacters ?? 0)})`],
        [t('turns'), count(signals.turns ?? 0)],
        [t('tools'), count(signals.tools ?? 0)],
        [t('tokens'), [signals.tokens.map(item => h('div', null, `${item.tokenizer}: ${tokensText(item.tokens)} `, Array.isArray(item.tokens) && chip('estimated')))]],
      ]))),
    candidatesPanel(record),
    h('div', { class: 'panels' }, attemptsPanel(record), alternativesPanel(record)),
    data.feedback.length > 0 && panel(t('feedback'), [chip('measured')], table([
      { name: t('source'), head: true, get: row => row.source }, { name: t('kind'), get: row => row.kind },
      { name: t('score'), n: true, get: row => percent(row.score ?? 0, 0) }, { name: t('time'), get: row => moment(row.time, true) },
    ], data.feedback, { label: t('feedback') })),
    data.text && panel(t('decision.text'), [h('span', { class: 'chip' }, t('redacted'))], h('h3', null, t('prompt')), h('pre', null, data.text.prompt), data.text.answer && [h('h3', null, t('answer')), h('pre', null, data.text.answer)]),
  ];
}

const facts = pairs => h('dl', { class: 'facts' }, pairs.map(([name, value]) => [h('dt', null, name), h('dd', null, value)]));

function whyList(record) {
  const chosen = record.candidates.find(candidate => candidate.route === record.chosen);
  return [
    h('ul', { class: 'why' }, record.reasons.map(reason => h('li', null, word('reason', reason), ' ', h('code', null, reason)))),
    h('h3', null, t('decision.outcome')),
    facts([
      [t('decision.chosen'), kindMark(chosen?.kind ?? '', record.chosen)],
      [t('decision.sentTo'), record.target],
      [t('decision.answered'), record.answered ?? t('nobody')],
      [t('decision.runnerUp'), record.runnerUp ? `${record.runnerUp} (${t('margin')} ${decimal(record.margin ?? 0, 3)})` : NOTHING],
      [t('origin'), word('origin', record.origin)],
      [t('mode'), word('mode', record.mode)],
      [t('policy'), h('code', null, record.policy)],
      record.propensity < 1 ? [t('propensity'), percent(record.propensity)] : null,
      record.shadow ? [t('decision.shadow'), `${record.shadow.route} (${record.shadow.policy})`] : null,
    ].filter(Boolean)),
  ];
}

function candidatesPanel(record) {
  const costs = record.candidates.map(candidate => typeof candidate.cost === 'string' ? 0 : Array.isArray(candidate.cost) ? candidate.cost[2] : candidate.cost ?? 0);
  const most = Math.max(1e-12, ...costs);
  const rows = record.candidates.flatMap(candidate => [
    h('tr', { class: candidate.standing === 'chosen' ? 'route chosen' : 'route' },
      h('th', { scope: 'row' }, kindMark(candidate.kind, candidate.route)),
      h('td', null, word('standing', candidate.standing), candidate.excluded && h('div', { class: 'mute' }, word('reason', candidate.excluded), candidate.excludedDetail && `: ${candidate.excludedDetail}`)),
      h('td', null, candidate.model, candidate.translator && h('div', { class: 'mute' }, `${t('translator')}: ${candidate.translator}`)),
      h('td', { class: 'n' }, costText(candidate.cost), h('span', { class: 'share', 'width%': 100 * (likely(candidate.cost) ?? 0) / most })),
      h('td', { class: 'n' }, signed(candidate.points ?? 0), h('div', { class: 'mute' }, `${t('low')} ${signed(candidate.lowPoints ?? 0)}`)),
      h('td', null, word('evidence', candidate.evidence), candidate.source && h('div', { class: 'mute' }, candidate.source)),
      h('td', { class: 'n' }, duration(candidate.latency)),
      h('td', { class: 'n' }, decimal(candidate.total ?? 0, 3))),
    ...candidate.legs.map(leg => h('tr', { class: candidate.standing === 'chosen' ? 'leg chosen' : 'leg' },
      h('th', { scope: 'row' }, word('leg', leg.kind)),
      h('td', null, leg.payee), h('td', null, leg.tokenizer ?? ''),
      h('td', { class: 'n' }, costText(leg.cost)),
      h('td', { colspan: 4 }, leg.characters ? t('leg.characters', { n: count(leg.characters) }) : t('leg.tokens', { input: tokensText(leg.input), cached: tokensText(leg.cached), output: tokensText(leg.output), reasoning: count(leg.reasoning ?? 0) })))),
  ]);
  const names = [t('route'), t('standing'), t('model'), t('expectedCost'), t('quality'), t('evidence'), t('latency'), t('total')];
  return panel(t('decision.candidates'), [chip('estimated')],
    h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('decision.candidates') },
      h('table', null, h('thead', null, h('tr', null, names.map((name, i) => h('th', { scope: 'col', class: [3, 4, 6, 7].includes(i) && 'n' }, name)))), h('tbody', null, rows))),
    h('p', { class: 'note' }, t('decision.candidates.note')));
}

function attemptsPanel(record) {
  return panel(t('decision.attempts'), [chip('measured')], record.attempts.length === 0 ? empty(t('nobody')) : record.attempts.map((attempt, i) => [
    h('h3', null, `${i + 1}. ${attempt.route}: ${word('outcome', attempt.outcome)}${attempt.error ? ` (${attempt.error})` : ''}`),
    facts([[t('cost'), costText(attempt.cost)], [t('firstUpdate'), duration(attempt.timeToFirstUpdate)], [t('duration'), duration(attempt.duration ?? 0)]]),
    attempt.calls.length > 0 && table([
      { name: t('leg'), head: true, get: call => word('leg', call.kind) },
      { name: t('model'), w: true, get: call => call.modelId ?? NOTHING },
      { name: t('input'), n: true, get: call => call.characters ? t('leg.characters', { n: count(call.characters) }) : count(call.input) },
      { name: t('cached'), n: true, get: call => count(call.cached) },
      { name: t('output'), n: true, get: call => count(call.output) },
      { name: t('reasoning'), n: true, get: call => count(call.reasoning) },
      { name: t('duration'), n: true, get: call => duration(call.duration ?? 0) },
    ], attempt.calls, { label: t('decision.attempts') }),
  ]));
}

function alternativesPanel(record) {
  const actual = likely(record.actualCost);
  const rows = record.alternatives;
  return panel(t('decision.alternatives'), [chip('estimated')],
    facts([[`${t('cost')} (${t('measured')})`, costText(record.actualCost)]]),
    rows.length > 0 && table([
      { name: t('route'), head: true, get: row => row.route },
      { name: t('wouldCost'), n: true, get: row => costText(row.cost) },
      { name: t('difference'), n: true, get: row => actual === null || typeof row.cost === 'string' ? NOTHING : h('span', { class: likely(row.cost) > actual ? 'good' : 'bad' }, usd(likely(row.cost) - actual, true)) },
    ], rows, { label: t('decision.alternatives') }),
    h('p', { class: 'note' }, t('decision.alternatives.note')));
}
