// The list. Each alert keeps its own row, so that a focused one stays focused while others come.

import { element } from './dom.js';
import { describe, symbol } from './symbols.js';
import { day, instant, isoDuration, life, number, phrase, state } from './words.js';

const STEP = 100;

export class List {
  #list;
  #more;
  #rows = new Map();
  #most = STEP;
  #redraw = () => {};

  constructor(list, more) {
    this.#list = list;
    this.#more = more;
    more.addEventListener('click', () => {
      this.#most += STEP;
      this.#redraw();
    });
  }

  show(alerts, selected) {
    this.#redraw = () => this.show(alerts, selected);
    const focused = document.activeElement;
    const shown = alerts.slice(0, this.#most).map((alert) => this.#row(alert, selected));
    if (!same(this.#list.children, shown)) {
      this.#list.replaceChildren(...shown);
      if (this.#list.contains(focused)) focused.focus({ preventScroll: true });
    }
    this.#more.hidden = alerts.length <= this.#most;
  }

  /** Moves the keyboard back to an alert. */
  focus(id) {
    (this.#rows.get(id)?.row.querySelector('a') ?? this.#list).focus();
  }

  #row(alert, selected) {
    let known = this.#rows.get(alert.id);
    if (known?.revision !== alert.revision) {
      const row = known?.row ?? element('li');
      const link = row.querySelector('a') ?? row.appendChild(element('a', { href: `#alert=${alert.id}` }));
      link.replaceChildren(...content(alert));
      known = { row, revision: alert.revision };
      this.#rows.set(alert.id, known);
    }
    const link = known.row.querySelector('a');
    if (alert.id === selected) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    return known.row;
  }
}

function content(alert) {
  return [
    symbol(alert.severity, alert.status, 18),
    element('span', { class: 'what' }, phrase(alert.eventType)),
    element('span', { class: `status ${state(alert).toLowerCase()}` }, state(alert)),
    element(
      'span',
      { class: 'where' },
      element('strong', {}, alert.place.name),
      alert.place.level === 'COUNTRY' ? '' : `, ${alert.place.countryName}`,
    ),
    element(
      'span',
      { class: 'signs', title: describe(alert) },
      `${phrase(alert.severity)} · ${phrase(alert.certainty)} · `,
      element('b', {}, number(alert.observed)),
      ` voices in ${isoDuration(alert.window)}, ${number(alert.expected)} expected`,
    ),
    alert.plannedFor
      ? element('time', { datetime: alert.plannedFor }, `For ${day(alert.plannedFor)}`)
      : element('time', { datetime: alert.started }, `Started ${instant(alert.started)} · ${life(alert)}`),
    alert.acknowledgement ? element('span', { class: 'taken' }, '✓ Acknowledged') : undefined,
  ].filter(Boolean);
}

function same(children, rows) {
  return children.length === rows.length && rows.every((row, index) => children[index] === row);
}
