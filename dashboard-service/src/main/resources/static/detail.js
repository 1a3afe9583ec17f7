// One alert with its evidence. Excerpts are what strangers wrote: text only, never markup.

import { element } from './dom.js';
import { Remarks } from './remarks.js';
import { symbol } from './symbols.js';
import {
  day,
  ending,
  instant,
  isoDuration,
  language,
  life,
  number,
  percent,
  phrase,
  placeName,
  plural,
  probability,
  state,
} from './words.js';

export class Detail {
  #panel;
  #remarks = new Remarks();

  constructor(panel, onClose) {
    this.#panel = panel;
    panel.addEventListener('click', (event) => {
      if (event.target.closest('.close')) onClose();
    });
    panel.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') onClose();
    });
  }

  show(alert) {
    const focused = document.activeElement;
    this.#remarks.show(alert);
    this.#panel.replaceChildren(
      head(alert),
      contrast(alert),
      this.#remarks.section,
      facts(alert),
      ...windows(alert),
      ...towns(alert),
      ...evidence(alert),
    );
    this.#panel.hidden = false;
    // Whoever writes goes on writing while the alert changes.
    if (this.#remarks.section.contains(focused)) focused.focus({ preventScroll: true });
  }

  /** Says instead why there is nothing to show. */
  say(sentence) {
    const title = element('h2', { id: 'detail-title' }, sentence);
    this.#panel.replaceChildren(element('header', {}, title, closeButton()));
    this.#panel.hidden = false;
  }

  hide() {
    this.#panel.hidden = true;
    this.#panel.replaceChildren();
  }

  focus() {
    this.#panel.scrollTop = 0;
    this.#panel.focus();
  }
}

function head(alert) {
  return element(
    'header',
    {},
    element(
      'div',
      { class: 'title' },
      symbol(alert.severity, alert.status, 24),
      element('h2', { id: 'detail-title' }, phrase(alert.eventType)),
      closeButton(),
    ),
    element('p', { class: 'where' }, where(alert.place)),
    element(
      'ul',
      { class: 'tags' },
      ...[
        state(alert),
        alert.stage === 'PLANNED' && state(alert) !== 'Planned' ? 'Was planned' : undefined,
        alert.acknowledgement ? 'Acknowledged' : undefined,
        `${phrase(alert.severity)} severity`,
        `Certainty: ${alert.certainty.toLowerCase()}`,
        `Urgency: ${alert.urgency.toLowerCase()}`,
      ]
        .filter(Boolean)
        .map((tag) => element('li', {}, tag)),
    ),
    element('p', { class: 'headline' }, alert.headline),
    alert.warmingUp
      ? element('p', { class: 'warming' }, 'Warming up: too little of the stream was seen for a sound expectation.')
      : undefined,
  );
}

function where(place) {
  return place.level === 'COUNTRY' ? place.name : `${placeName(place)} · ${place.countryName}`;
}

function contrast(alert) {
  return element(
    'div',
    { class: 'contrast' },
    figure(number(alert.observed), `voices within ${isoDuration(alert.window)}`),
    figure(number(alert.expected), 'expected'),
    figure(probability(alert.probability), 'probability by chance'),
  );
}

function facts(alert) {
  return element(
    'dl',
    { class: 'facts' },
    ...(alert.plannedFor ? fact('Planned for', date(alert.plannedFor)) : []),
    ...(alert.announcedBy ? fact('Announced by', otherAlert(alert.announcedBy, 'the planned alert')) : []),
    ...(alert.followedBy ? fact('Followed by', otherAlert(alert.followedBy, 'the alert of the day')) : []),
    ...(alert.mergedInto ? fact('Part of', otherAlert(alert.mergedInto, 'the wider alert')) : []),
    ...fact('Started', time(alert.started)),
    ...fact('Raised', time(alert.detected)),
    ...fact('Last post', time(alert.lastSeen)),
    ...(alert.closed ? fact('Closed', time(alert.closed)) : []),
    ...(ending(alert) ? fact('Why closed', ending(alert)) : []),
    ...fact(alert.closed ? 'Lasted' : 'So far', life(alert)),
    ...fact('In all', `${plural(alert.authors, 'voice', 'voices')}, ${plural(alert.posts, 'post', 'posts')}`),
    ...fact('Kinds', shares(alert.eventTypes)),
    ...fact('Languages', languages(alert.languages ?? {})),
    ...fact('Sources', alert.sources.join(', ')),
    ...fact('Revision', `${alert.revision}, ${instant(alert.updated)}`),
  );
}

function windows({ windows }) {
  if (!windows) return [];
  const row = (cell, ...texts) => element('tr', {}, ...texts.map((text, at) => cell(text, at)));
  const title = (text, at) => element('th', { scope: 'col', class: at > 0 && 'number' }, text);
  const value = (text, at) =>
    at === 0 ? element('th', { scope: 'row' }, text) : element('td', { class: 'number' }, text);
  return [
    element('h3', {}, 'Voices by window'),
    element(
      'table',
      { class: 'windows' },
      element('thead', {}, row(title, 'Last', 'Seen', 'Expected', 'By chance')),
      element(
        'tbody',
        {},
        ...windows.map((one) =>
          row(
            value,
            isoDuration(one.window),
            number(one.observed),
            number(one.expected),
            one.probability === 1 ? 'not tested' : probability(one.probability),
          ),
        ),
      ),
    ),
  ];
}

function towns({ places }) {
  if (!places) return [];
  return [
    element('h3', {}, 'Towns'),
    element(
      'ul',
      { class: 'towns' },
      ...places.map((town) =>
        element(
          'li',
          {},
          element('strong', {}, town.name),
          element('span', {}, `${plural(town.authors, 'voice', 'voices')}, since `, time(town.started)),
        ),
      ),
    ),
  ];
}

function evidence(alert) {
  const title = element('h3', {}, 'What people wrote ', element('small', {}, 'unverified'));
  if (!alert.evidence) return [title, element('p', { class: 'hint' }, 'Loading')];
  if (alert.evidence.length === 0) return [title, element('p', { class: 'hint' }, 'No excerpts')];
  return [title, element('ol', { class: 'evidence' }, ...alert.evidence.map((one) => post(one, alert)))];
}

function post(one, alert) {
  const text = one.excerpt
    ? element('blockquote', { lang: one.language, dir: 'auto' }, one.excerpt)
    : element('p', { class: 'erased' }, 'Its author has taken this post back.');
  const meta = element(
    'p',
    { class: 'meta' },
    time(one.time),
    element('span', {}, language(one.language)),
    one.eventType === alert.eventType ? undefined : element('span', {}, phrase(one.eventType)),
    one.place && one.place !== alert.place.name ? element('span', {}, one.place) : undefined,
    one.source ? element('span', {}, one.source) : undefined,
    link(one.url),
  );
  return element('li', {}, text, meta);
}

function link(url) {
  const safe = safeUrl(url);
  if (!safe) return undefined;
  const attributes = { href: safe, rel: 'noopener noreferrer nofollow', target: '_blank' };
  return element('a', attributes, `Open at ${new URL(safe).hostname}`);
}

/** Only web addresses may be followed: javascript: and data: would run what a stranger wrote. */
function safeUrl(url) {
  if (!url || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return ['http:', 'https:'].includes(parsed.protocol) ? parsed.href : undefined;
}

function closeButton() {
  return element('button', { type: 'button', class: 'close', 'aria-label': 'Close the alert' }, '×');
}

function figure(value, meaning) {
  return element('p', {}, element('b', {}, value), ' ', element('span', {}, meaning));
}

function fact(name, value) {
  return [element('dt', {}, name), element('dd', {}, value)];
}

function time(iso) {
  return element('time', { datetime: iso }, instant(iso));
}

function date(iso) {
  return element('time', { datetime: iso }, day(iso));
}

function otherAlert(id, name) {
  return element('a', { href: `#alert=${encodeURIComponent(id)}` }, name);
}

function shares(eventTypes) {
  return Object.entries(eventTypes)
    .sort((one, other) => other[1] - one[1])
    .map(([type, share]) => `${phrase(type)} ${percent(share)}`)
    .join(', ');
}

function languages(posts) {
  return Object.entries(posts)
    .sort((one, other) => other[1] - one[1])
    .map(([tag, count]) => `${language(tag)} ${count}`)
    .join(', ');
}
