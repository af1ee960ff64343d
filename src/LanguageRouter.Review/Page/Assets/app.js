// The page: what is shown is in the address after #, so that every view can be linked and walked back to.
const snapshot = document.getElementById('snapshot');
const report = snapshot ? JSON.parse(snapshot.textContent) : null;
const views = { overview: overviewView, decisions: decisionsView, pipe: pipeView, verdicts: verdictsView, policies: policiesView, health: healthView };
const filterNames = ['days', 'tenant', 'route', 'language', 'task', 'model', 'outcome', 'simulated'];
let options = null;
let turn = 0;

function readState() {
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
  const state = Object.fromEntries(new URLSearchParams(query ?? ''));
  state.view = Object.hasOwn(views, path) ? path : 'overview';
  return state;
}

function link(view, changes) {
  const state = readState();
  const query = new URLSearchParams();
  for (const name of [...filterNames, 'after', 'id']) {
    const keep = filterNames.includes(name) || state.view === view;
    const value = changes && Object.hasOwn(changes, name) ? changes[name] : keep ? state[name] : null;
    if (value) query.set(name, value);
  }
  const text = query.toString();
  return `#/${view}${text ? `?${text}` : ''}`;
}

async function ask(path, parameters) {
  if (report) {
    if (!report[path]) throw new Error(t('report.missing'));
    return report[path];
  }
  const query = new URLSearchParams(Object.entries(parameters ?? {}).filter(([, value]) => value)).toString();
  const answer = await fetch(`api/${path}${query ? `?${query}` : ''}`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(answer.status === 404 ? t('notFound') : await answer.text() || `HTTP ${answer.status}`);
  return answer.json();
}

async function show() {
  const mine = ++turn;
  const state = readState();
  document.documentElement.lang = settings.language;
  const main = document.getElementById('main');
  main.setAttribute('aria-busy', 'true');
  renderFrame(state);
  try {
    const parameters = Object.fromEntries([...filterNames, 'after'].map(name => [name, state[name]]));
    parameters.days ||= '30';
    if (!options && !report) options = (await ask('overview', { days: '3660' })).by;
    const data = state.view === 'decisions' && state.id ? await ask(`decisions/${encodeURIComponent(state.id)}`) : await ask(state.view, parameters);
    if (mine !== turn) return;
    clearCharts();
    main.replaceChildren(...[state.view === 'decisions' && state.id ? decisionView(data) : views[state.view](data, state)].flat(3).filter(Boolean));
    noteSimulated(data);
  } catch (error) {
    if (mine !== turn) return;
    clearCharts();
    main.replaceChildren(h('div', { class: 'state error', role: 'alert' }, h('strong', null, t('error')), error.message));
  }
  renderFrame(state);
  main.setAttribute('aria-busy', 'false');
  document.title = `${t(`nav.${state.view}`)} · LanguageRouter`;
}

function noteSimulated(data) {
  const banner = document.getElementById('banner');
  const some = data.simulatedRequests > 0 || data.record?.simulated || data.lines?.some(line => line.simulated) || data.verdicts?.some(verdict => verdict.simulated);
  const all = data.totals && data.simulatedRequests === data.totals.requests;
  if (data.totals || some) {
    banner.hidden = !some;
    banner.textContent = some ? t(all ? 'simulated.all' : 'simulated.some') : '';
  }
}

function renderFrame(state) {
  document.getElementById('skip').textContent = t('skip');
  document.getElementById('nav').setAttribute('aria-label', t('views'));
  document.getElementById('nav').replaceChildren(...Object.keys(views).map(view => h('a', { href: link(view, { after: null, id: null }), 'aria-current': view === state.view && 'page' }, t(`nav.${view}`))));
  document.getElementById('foot').textContent = report ? t('foot.report') : t('foot');
  renderSettings();
  renderFilters(state);
}

function choice(name, value, choices, changed) {
  return h('label', null, t(name), h('select', { name, onchange: event => changed(event.target.value) },
    choices.map(([key, text]) => h('option', { value: key, selected: key === value }, text))));
}

// What has the focus keeps it: the controls are only made again when what they show has changed.
function renderOnce(element, key, make) {
  if (element.dataset.key === key) return;
  const focused = element.contains(document.activeElement) ? document.activeElement.name : null;
  element.dataset.key = key;
  element.replaceChildren(...make());
  if (focused) element.querySelector(`[name="${focused}"]`)?.focus();
}

function renderSettings() {
  renderOnce(document.getElementById('settings'), JSON.stringify(settings), () => [
    choice('setting.language', settings.language, [['en', 'English'], ['ja', '日本語']], value => change('language', value)),
    choice('setting.theme', settings.theme, [['auto', t('theme.auto')], ['light', t('theme.light')], ['dark', t('theme.dark')]], value => change('theme', value))]);
}

function renderFilters(state) {
  const form = document.getElementById('filters');
  form.hidden = report !== null || state.id !== undefined;
  if (form.hidden) return;
  form.setAttribute('aria-label', t('filters'));
  const set = name => value => { location.hash = link(state.view, { [name]: value, after: null, id: null }).slice(1); };
  const of = (name, rows) => [['', t('all')], ...rows.map(row => [name === 'tenant' && row.name === '' ? '-' : row.name, nameOf(name, row.name)])];
  renderOnce(form, JSON.stringify([state, settings.language, options !== null]), () => [
    choice('range', state.days ?? '30', ['1', '7', '30', '90', '3660'].map(days => [days, t(`range.${days}`)]), set('days')),
    ...['tenant', 'route', 'language', 'task', 'model'].map(name => choice(name, state[name] ?? '', of(name, options?.[name] ?? (state[name] ? [{ name: state[name] }] : [])), set(name))),
    state.view === 'decisions' && choice('outcome', state.outcome ?? '', [['', t('all')], ...['succeeded', 'failed', 'broken', 'cancelled'].map(name => [name, word('outcome', name)])], set('outcome')),
    choice('records', state.simulated ?? '', [['', t('all')], ['no', t('records.real')], ['yes', t('records.simulated')]], set('simulated')),
    filterNames.some(name => state[name]) && h('button', { type: 'button', name: 'clear', class: 'quiet', onclick: () => { location.hash = `/${state.view}`; } }, t('clear')),
  ].filter(Boolean));
}

function change(name, value) {
  settings[name] = value;
  try { localStorage.setItem(`language-router.${name}`, value); } catch { /* A file opened from disk may have no storage; the choice then lasts for the visit. */ }
  applyTheme();
  show();
}

function applyTheme() {
  const dark = settings.theme === 'dark' || (settings.theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

settings.language = /^ja\b/.test(navigator.language) ? 'ja' : 'en';
try {
  settings.language = localStorage.getItem('language-router.language') ?? settings.language;
  settings.theme = localStorage.getItem('language-router.theme') ?? settings.theme;
} catch { /* No storage: the browser's own language and theme. */ }
applyTheme();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { applyTheme(); for (const one of living) one.redraw(); });
document.getElementById('skip').addEventListener('click', event => { event.preventDefault(); document.getElementById('main').focus(); });
document.getElementById('filters').addEventListener('submit', event => event.preventDefault());
addEventListener('hashchange', () => { show().then(() => scrollTo(0, 0)); });
show();
