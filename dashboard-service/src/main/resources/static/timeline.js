// How many alerts were under way at each moment, by severity. Dragging chooses a span of time.

import { svg } from './dom.js';
import { SEVERITIES, end, instant, phrase } from './words.js';

const HEIGHT = 128;
const MARGIN = { top: 12, right: 12, bottom: 22, left: 34 };
const BIN_WIDTH = 7;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR,
  DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY, 91 * DAY, 364 * DAY,
];
const PIXELS_PER_TICK = 90;
const SHORTEST_DRAG = 4;

export class Timeline {
  #container;
  #onBrush;
  #drawn = { alerts: [], range: {}, selected: undefined };
  #scale;
  #dragFrom;

  /** `onBrush` gets the start and the end of a chosen span, or nothing when it is given up. */
  constructor(container, onBrush) {
    this.#container = container;
    this.#onBrush = onBrush;
    container.addEventListener('pointerdown', (event) => this.#begin(event));
    container.addEventListener('pointermove', (event) => this.#drag(event));
    container.addEventListener('pointerup', (event) => this.#finish(event));
    container.addEventListener('pointercancel', () => (this.#dragFrom = undefined));
    new ResizeObserver(() => this.#draw()).observe(container);
  }

  show(alerts, range, selected) {
    this.#drawn = { alerts, range, selected };
    this.#draw();
  }

  #draw() {
    const width = this.#container.clientWidth;
    const { alerts, range, selected } = this.#drawn;
    if (width < 100) return;
    if (alerts.length === 0) {
      this.#scale = undefined;
      this.#container.replaceChildren();
      return;
    }
    this.#scale = scaleOf(alerts, width);
    const bins = countBins(alerts, this.#scale);
    const most = Math.max(1, ...bins.map((bin) => bin.total));
    this.#container.replaceChildren(
      svg(
        'svg',
        { width, height: HEIGHT, role: 'img', 'aria-label': summary(alerts, most) },
        ...axes(this.#scale, most),
        ...bins.flatMap((bin) => bars(bin, this.#scale, most)),
        ...shades(range, this.#scale),
        ...lifeOf(selected, this.#scale),
        svg('rect', { class: 'brush', y: MARGIN.top, height: this.#scale.height, width: 0 }),
      ),
    );
  }

  #begin(event) {
    if (!this.#scale || event.button !== 0) return;
    this.#container.setPointerCapture(event.pointerId);
    this.#dragFrom = this.#x(event);
  }

  #drag(event) {
    if (this.#dragFrom === undefined) return;
    const brush = this.#container.querySelector('.brush');
    const x = this.#x(event);
    brush?.setAttribute('x', Math.min(x, this.#dragFrom));
    brush?.setAttribute('width', Math.abs(x - this.#dragFrom));
  }

  #finish(event) {
    if (this.#dragFrom === undefined) return;
    const [from, to] = [this.#dragFrom, this.#x(event)].sort((one, other) => one - other);
    this.#dragFrom = undefined;
    if (to - from < SHORTEST_DRAG) this.#onBrush();
    else this.#onBrush(this.#scale.time(from), this.#scale.time(to));
  }

  #x(event) {
    const x = event.clientX - this.#container.getBoundingClientRect().left;
    return Math.min(this.#scale.right, Math.max(MARGIN.left, x));
  }
}

function scaleOf(alerts, width) {
  const starts = alerts.map((alert) => Date.parse(alert.started));
  const ends = alerts.map((alert) => Date.parse(end(alert)));
  const first = starts.reduce((one, other) => Math.min(one, other));
  const last = ends.reduce((one, other) => Math.max(one, other));
  const pad = Math.max((last - first) * 0.02, 10 * MINUTE);
  const [from, to] = [first - pad, last + pad];
  const right = width - MARGIN.right;
  const perMilli = (right - MARGIN.left) / (to - from);
  return {
    from,
    to,
    right,
    height: HEIGHT - MARGIN.top - MARGIN.bottom,
    x: (time) => Math.min(right, Math.max(MARGIN.left, MARGIN.left + (time - from) * perMilli)),
    time: (x) => from + (x - MARGIN.left) / perMilli,
  };
}

function countBins(alerts, scale) {
  const bins = Math.max(1, Math.floor((scale.right - MARGIN.left) / BIN_WIDTH));
  const length = (scale.to - scale.from) / bins;
  const counted = Array.from({ length: bins }, (_, index) => ({
    from: scale.from + index * length,
    to: scale.from + (index + 1) * length,
    counts: {},
    total: 0,
  }));
  for (const alert of alerts) {
    const first = Math.floor((Date.parse(alert.started) - scale.from) / length);
    const last = Math.floor((Date.parse(end(alert)) - scale.from) / length);
    for (const bin of counted.slice(Math.max(0, first), last + 1)) {
      bin.counts[alert.severity] = (bin.counts[alert.severity] ?? 0) + 1;
      bin.total++;
    }
  }
  return counted;
}

// The most severe at the bottom, where heights are easiest to compare.
function bars(bin, scale, most) {
  let y = MARGIN.top + scale.height;
  return SEVERITIES.filter((severity) => bin.counts[severity]).map((severity) => {
    const height = (bin.counts[severity] / most) * scale.height;
    y -= height;
    return svg(
      'rect',
      {
        class: `bar-${severity.toLowerCase()}`,
        x: scale.x(bin.from) + 0.5,
        width: Math.max(1, scale.x(bin.to) - scale.x(bin.from) - 1),
        y,
        height,
      },
      svg('title', {}, `${instant(bin.from)}: ${bin.counts[severity]} ${phrase(severity)} of ${bin.total}`),
    );
  });
}

function axes(scale, most) {
  const bottom = MARGIN.top + scale.height;
  const wanted = (scale.right - MARGIN.left) / PIXELS_PER_TICK;
  const step = STEPS.find((length) => (scale.to - scale.from) / length <= wanted) ?? STEPS.at(-1);
  const marks = [
    svg('line', { class: 'axis', x1: MARGIN.left, x2: scale.right, y1: bottom, y2: bottom }),
    svg('text', { class: 'tick', x: MARGIN.left - 6, y: MARGIN.top + 4, 'text-anchor': 'end' }, `${most}`),
    svg('text', { class: 'tick', x: MARGIN.left - 6, y: bottom, 'text-anchor': 'end' }, '0'),
    svg('line', { class: 'grid', x1: MARGIN.left, x2: scale.right, y1: MARGIN.top, y2: MARGIN.top }),
  ];
  for (let time = Math.ceil(scale.from / step) * step; time <= scale.to; time += step) {
    const x = scale.x(time);
    marks.push(
      svg('line', { class: 'grid', x1: x, x2: x, y1: MARGIN.top, y2: bottom + 4 }),
      svg('text', { class: 'tick', x, y: bottom + 16, 'text-anchor': 'middle' }, tick(time, step)),
    );
  }
  return marks;
}

function tick(time, step) {
  const [date, clock] = new Date(time).toISOString().split('T');
  if (step < DAY && clock.startsWith('00:00') === false) return clock.slice(0, 5);
  const options = { timeZone: 'UTC', day: 'numeric', month: 'short' };
  const day = new Date(`${date}T00:00Z`).toLocaleDateString('en-GB', options);
  return step >= 28 * DAY ? `${day} ${date.slice(0, 4)}` : day;
}

function shades({ from, to }, scale) {
  const shade = (start, stop) =>
    svg('rect', {
      class: 'shade',
      x: scale.x(start),
      width: Math.max(0, scale.x(stop) - scale.x(start)),
      y: MARGIN.top,
      height: scale.height,
    });
  return [
    from === undefined ? undefined : shade(scale.from, from),
    to === undefined ? undefined : shade(to, scale.to),
  ].filter(Boolean);
}

function lifeOf(alert, scale) {
  if (!alert) return [];
  const from = scale.x(Date.parse(alert.started));
  const width = Math.max(3, scale.x(Date.parse(end(alert))) - from);
  return [svg('rect', { class: 'life', x: from, width, y: MARGIN.top - 7, height: 5, rx: 2 })];
}

function summary(alerts, most) {
  return `${alerts.length} alerts over time; at most ${most} at once.`;
}
