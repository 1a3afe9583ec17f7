// Which alerts are shown: the form, its choices and the test of one alert.

import { element } from './dom.js';
import { symbol } from './symbols.js';
import { EVENT_TYPES, SEVERITIES, end, phrase } from './words.js';

export class Filters {
  #form;
  #countries = new Map();

  constructor(form, onChange) {
    this.#form = form;
    const severities = form.querySelector('#severities');
    severities.append(...SEVERITIES.map(severityChoice));
    form.elements.type.append(...EVENT_TYPES.map((type) => new Option(phrase(type), type)));
    form.addEventListener('change', onChange);
    form.addEventListener('submit', (event) => event.preventDefault());
    // The fields are empty only after this event.
    form.addEventListener('reset', () => queueMicrotask(onChange));
  }

  /** Offers the countries of these alerts, too. */
  offer(alerts) {
    const before = this.#countries.size;
    for (const { place } of alerts) this.#countries.set(place.country, place.countryName);
    if (this.#countries.size === before) return;
    const select = this.#form.elements.country;
    const chosen = select.value;
    const byName = [...this.#countries].sort((one, other) => one[1].localeCompare(other[1]));
    select.replaceChildren(select.options[0], ...byName.map(([code, name]) => new Option(name, code)));
    select.value = chosen;
  }

  /** Returns those that match in all but time; the timeline shows these. */
  ofAnyTime(alerts) {
    const { country, type, status, stage } = this.#form.elements;
    const severities = this.#severities();
    return alerts.filter(
      (alert) =>
        (!country.value || alert.place.country === country.value) &&
        (!type.value || alert.eventType === type.value) &&
        (!status.value || alert.status === status.value) &&
        (!stage.value || alert.stage === stage.value) &&
        severities.has(alert.severity),
    );
  }

  within(alerts) {
    const { from, to } = this.range();
    return alerts.filter(
      (alert) =>
        (from === undefined || Date.parse(end(alert)) >= from) &&
        (to === undefined || Date.parse(alert.started) <= to),
    );
  }

  /** In milliseconds since 1970; undefined where it is open. */
  range() {
    const { from, to } = this.#form.elements;
    return { from: fromField(from), to: fromField(to) };
  }

  setRange(from, to) {
    this.#form.elements.from.value = toField(from);
    this.#form.elements.to.value = toField(to);
    this.#form.dispatchEvent(new Event('change'));
  }

  sorted(alerts) {
    const newest = (one, other) => other.detected.localeCompare(one.detected);
    const rank = (alert) => SEVERITIES.indexOf(alert.severity);
    return this.#form.elements.sort.value === 'severest'
      ? alerts.sort((one, other) => rank(one) - rank(other) || newest(one, other))
      : alerts.sort(newest);
  }

  #severities() {
    const chosen = [...this.#form.querySelectorAll('input[name=severity]:checked')];
    return new Set(chosen.length > 0 ? chosen.map((input) => input.value) : SEVERITIES);
  }
}

function severityChoice(severity) {
  return element(
    'label',
    { class: 'choice' },
    element('input', { type: 'checkbox', name: 'severity', value: severity }),
    symbol(severity, 'OPEN', 12),
    phrase(severity),
  );
}

// These fields know no time zone; here they mean UTC.
function fromField(field) {
  return field.value ? Date.parse(`${field.value}Z`) : undefined;
}

function toField(millis) {
  return millis === undefined ? '' : new Date(millis).toISOString().slice(0, 16);
}
