// The page: the store in the middle, and everything redrawn from it at most a few times a second.

import { Detail } from './detail.js';
import { element } from './dom.js';
import { Filters } from './filters.js';
import { List } from './list.js';
import { Live, readAlert } from './live.js';
import { AlertMap } from './map.js';
import { Store } from './store.js';
import { symbol } from './symbols.js';
import { Timeline } from './timeline.js';
import { SEVERITIES, instant, phrase, plural } from './words.js';

const REDRAW_MILLIS = 200;
const byId = (id) => document.getElementById(id);

const store = new Store();
const filters = new Filters(byId('filters'), redraw);
const list = new List(byId('list'), byId('more'));
const map = new AlertMap(byId('map'), select);
const timeline = new Timeline(byId('timeline'), (from, to) => filters.setRange(from, to));
const detail = new Detail(byId('detail'), () => select(undefined));
const live = new Live(store, onConnection, onRead);

let redrawing;
let fitted = false;
let loaded = false;
let complete = true;
let shownDetail;

function selectedId() {
  return /^#alert=([0-9a-f]{32})$/.exec(location.hash)?.[1];
}

function select(id) {
  const before = selectedId();
  if (id) {
    location.hash = `alert=${id}`;
  } else {
    history.pushState(null, '', location.pathname);
    onSelection();
    list.focus(before);
  }
}

function redraw() {
  redrawing ??= setTimeout(draw, REDRAW_MILLIS);
}

function draw() {
  redrawing = undefined;
  const known = store.all();
  filters.offer(known);
  const ofAnyTime = filters.ofAnyTime(known);
  const shown = filters.sorted(filters.within(ofAnyTime));
  const selected = selectedId();

  list.show(shown, selected);
  map.show(shown, selected);
  timeline.show(ofAnyTime, filters.range(), store.get(selected));
  fitOnce(shown);
  drawWords(known, shown);
}

function fitOnce(shown) {
  if (fitted || shown.length === 0) return;
  fitted = true;
  const selected = store.get(selectedId());
  if (selected) map.moveTo(selected);
  else map.fit(shown);
}

function drawWords(known, shown) {
  const open = known.filter((alert) => alert.status === 'OPEN').length;
  const latest = known.reduce((last, alert) => (alert.updated > last ? alert.updated : last), '');
  document.title = open > 0 ? `(${open}) Groundswell` : 'Groundswell';
  byId('count').textContent =
    known.length === 0
      ? ''
      : `${shown.length} of ${plural(known.length, 'alert', 'alerts')}${complete ? '' : ' (newest)'}, ${open} open`;
  const { from, to } = filters.range();
  byId('range').textContent =
    from === undefined && to === undefined
      ? 'Drag to choose a time.'
      : 'Click into the chart for all times.';
  byId('latest').textContent = latest ? `Latest change ${instant(latest)}` : '';
  const empty = byId('empty');
  empty.hidden = shown.length > 0 || !loaded;
  empty.textContent =
    known.length === 0
      ? 'No alerts yet. Groundswell is listening; an alert will appear here by itself.'
      : 'No alert matches these filters.';
}

function onSelection() {
  shownDetail = undefined;
  redraw();
  const id = selectedId();
  document.body.classList.toggle('with-detail', Boolean(id));
  if (!id) {
    detail.hide();
    return;
  }
  drawDetail(id);
  const alert = store.get(id);
  if (alert) map.moveTo(alert);
}

// Not when the page opens: the reader has not asked to be moved there.
function onNavigation() {
  onSelection();
  if (selectedId()) detail.focus();
}

async function drawDetail(id) {
  const alert = store.get(id);
  if (alert) showDetail(alert);
  if (alert?.evidence) return;
  try {
    const read = await readAlert(id);
    if (read) store.put([read]);
    else if (selectedId() === id) detail.say('There is no alert with this id.');
  } catch (failure) {
    if (selectedId() === id) detail.say(`The alert cannot be read (${failure.message}).`);
  }
}

function showDetail(alert) {
  if (selectedId() === alert.id && shownDetail !== alert) {
    shownDetail = alert;
    detail.show(alert);
  }
}

function onChange(event) {
  redraw();
  const id = selectedId();
  if (id && event.detail.includes(id)) drawDetail(id);
}

function onConnection(state, sentence) {
  byId('connection').dataset.state = state;
  byId('connection-text').textContent = sentence;
}

function onRead(wasAll) {
  complete = wasAll;
  loaded = true;
  redraw();
}

function drawLegend() {
  for (const severity of SEVERITIES.filter((one) => one !== 'UNKNOWN')) {
    byId('legend').append(
      element('dt', {}, symbol(severity, 'OPEN', 14)),
      element('dd', {}, phrase(severity)),
    );
  }
  byId('legend').append(
    element('dt', {}, symbol('MODERATE', 'CLOSED', 14)),
    element('dd', {}, 'Hollow: closed'),
  );
}

byId('fold').addEventListener('click', () => {
  const unfolded = byId('filters').classList.toggle('unfolded');
  byId('fold').setAttribute('aria-expanded', unfolded);
});

drawLegend();
store.addEventListener('change', onChange);
addEventListener('hashchange', onNavigation);
map.drawWorld('world.json').catch((failure) => console.error('The map cannot be drawn', failure));
onSelection();
live.start();
