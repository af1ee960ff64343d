// Builds an element. Text only ever goes in as text nodes: no name in a record is read as HTML.
function h(tag, attributes, ...children) {
  const element = tag === 'svg' || tag === 'rect' || tag === 'line' || tag === 'circle'
    ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value') element.value = value;
    else if (name === 'width%') element.style.width = `${value}%`;
    else element.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children.flat(3)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
  return element;
}

const settings = { language: 'en', theme: 'auto' };
const locale = () => settings.language === 'ja' ? 'ja-JP' : 'en-US';
const formats = new Map();
function numberFormat(options) {
  const key = locale() + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(locale(), options));
  return formats.get(key);
}

const NOTHING = '–';
const isNothing = value => value === null || value === undefined;
const count = value => isNothing(value) ? NOTHING : numberFormat({ maximumFractionDigits: 0 }).format(value);
const decimal = (value, digits = 2) => isNothing(value) ? NOTHING : numberFormat({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
const percent = (value, digits = 1) => isNothing(value) ? NOTHING : numberFormat({ style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
const signed = (value, digits = 1) => isNothing(value) ? NOTHING : numberFormat({ minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'exceptZero' }).format(value);

// Small amounts keep three significant digits, large ones the cent. Figures that belong together take their digits from the largest.
function usdDigits(size) {
  return size === 0 || size >= 1 ? 2 : Math.min(7, Math.max(2, 2 - Math.floor(Math.log10(size))));
}

function usd(value, sign = false, size = Math.abs(value)) {
  if (isNothing(value)) return NOTHING;
  const digits = usdDigits(size);
  return numberFormat({ style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol', minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: sign ? 'exceptZero' : 'negative' }).format(value);
}

const usdRange = (low, high, sign = false) => [low, high].map(value => usd(value, sign, Math.max(Math.abs(low), Math.abs(high))));
const usdAxis = value => numberFormat({ style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol', minimumFractionDigits: 0, maximumSignificantDigits: 3 }).format(value);

// A saving as a share of the baseline; beside a baseline that is many times cheaper, the factor says more.
function savingText(saving) {
  if (!saving || !(saving.baselineUsd > 0)) return NOTHING;
  const share = saving.likely / saving.baselineUsd;
  return h('span', { class: share > 0 ? 'good' : share < 0 ? 'bad' : null }, share < -1 ? t('times', { n: decimal(saving.actualUsd / saving.baselineUsd, 1) }) : percent(share));
}

const narrow = () => settings.language === 'ja' ? 'short' : 'narrow';
function duration(milliseconds) {
  if (isNothing(milliseconds)) return NOTHING;
  return milliseconds < 1000
    ? numberFormat({ style: 'unit', unit: 'millisecond', unitDisplay: narrow(), maximumFractionDigits: milliseconds < 10 ? 1 : 0 }).format(milliseconds)
    : numberFormat({ style: 'unit', unit: 'second', unitDisplay: narrow(), minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(milliseconds / 1000);
}

function bytes(value) {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  let unit = 0;
  while (value >= 1000 && unit < 3) { value /= 1000; unit++; }
  return numberFormat({ style: 'unit', unit: units[unit], unitDisplay: 'short', maximumFractionDigits: unit ? 1 : 0 }).format(value);
}

function moment(text, seconds = false) {
  if (!text) return NOTHING;
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: seconds ? 'medium' : 'short', timeZone: 'UTC' }).format(new Date(text));
}

// In a list: the year is said by the span above it.
const shortMoment = text => new Intl.DateTimeFormat(locale(), { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone: 'UTC' }).format(new Date(text));
const day = text => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(text));
const tenantName = name => name === '' ? t('tenant.none') : name;
const languageName = tag => {
  if (!tag || tag === 'und') return t('language.und');
  try { return `${new Intl.DisplayNames([locale()], { type: 'language' }).of(tag)} (${tag})`; } catch { return tag; }
};

// A cost as a record holds it: a number, [low, likely, high], or a text that says why it is unknown. Nothing stands for exactly 0.
function costText(cost) {
  if (isNothing(cost)) return usd(0);
  if (typeof cost === 'string') return `${t('unknown')}: ${cost}`;
  return Array.isArray(cost) ? `${usd(cost[1])} (${usdRange(cost[0], cost[2]).join(' – ')})` : usd(cost);
}
const likely = value => isNothing(value) ? 0 : Array.isArray(value) ? value[1] : typeof value === 'number' ? value : null;
const tokensText = tokens => isNothing(tokens) ? '0' : Array.isArray(tokens) ? `${count(tokens[1])} (${count(tokens[0])}–${count(tokens[2])})` : count(tokens);

const chip = kind => h('span', { class: `chip ${kind}` }, t(kind));
const kindMark = (kind, text) => h('span', { class: `kind ${kind}` }, text);
const empty = (title, detail) => h('div', { class: 'state', role: 'status' }, h('strong', null, title), detail ?? '');

function panel(title, marks, ...content) {
  return h('section', { class: 'panel' }, h('div', { class: 'head' }, h('h2', null, title), h('span', { class: 'tabs' }, marks)), content);
}

// columns: { name, n (a number), head (row header), get(row) -> node or text }
function table(columns, rows, options = {}) {
  return h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': options.label ?? t('table') },
    h('table', null,
      options.caption && h('caption', null, options.caption),
      h('thead', null, h('tr', null, columns.map(column => h('th', { class: column.n && 'n', scope: 'col' }, column.name)))),
      h('tbody', null, rows.map(row => h('tr', options.row?.(row), columns.map(column =>
        h(column.head ? 'th' : 'td', { class: column.n ? 'n' : column.w ? 'w' : null, scope: column.head && 'row' }, column.get(row))))))));
}
