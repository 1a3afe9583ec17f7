// How this page says things. Times are event time, always absolute and in UTC: a replay may show
// the year 2020, so nothing is told relative to the reader's clock.

export const SEVERITIES = ['EXTREME', 'SEVERE', 'MODERATE', 'MINOR', 'UNKNOWN'];

export const EVENT_TYPES = [
  'PEACEFUL_PROTEST',
  'PROTEST_WITH_INTERVENTION',
  'EXCESSIVE_FORCE',
  'VIOLENT_DEMONSTRATION',
  'MOB_VIOLENCE',
  'STRIKE',
  'BLOCKADE',
  'BOYCOTT',
  'HUNGER_STRIKE',
  'LOOTING',
  'OTHER_UNREST',
];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const instantFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const dayFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
const numberFormat = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** PEACEFUL_PROTEST becomes "Peaceful protest". */
export function phrase(constant) {
  const words = constant.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function instant(iso) {
  return `${instantFormat.format(new Date(iso)).replace(',', '')} UTC`;
}

/** A day on the calendar of the place, such as "Fri 5 Jun 2026". */
export function day(iso) {
  return dayFormat.format(new Date(iso)).replace(',', '');
}

/** Two units at most, such as "2 d 3 h" or "45 min". */
export function duration(millis) {
  const days = Math.floor(millis / DAY);
  const hours = Math.floor((millis % DAY) / HOUR);
  const minutes = Math.floor((millis % HOUR) / MINUTE);
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
  return minutes > 0 ? `${minutes} min` : 'under 1 min';
}

/** An ISO-8601 duration, such as P1D, PT1H or PT15M. */
export function isoDuration(iso) {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(iso);
  if (!parts) return iso;
  const [, days, hours, minutes, seconds] = parts.map((part) => Number(part ?? 0));
  return duration(days * DAY + hours * HOUR + minutes * MINUTE + seconds * 1000);
}

export function number(value) {
  return value >= 100 ? Math.round(value).toLocaleString('en') : numberFormat.format(value);
}

/** A probability; very small ones as "3.1 × 10⁻¹⁵". */
export function probability(value) {
  if (value >= 0.001) return numberFormat.format(value);
  if (value === 0) return 'too small to tell from 0';
  const [mantissa, exponent] = value.toExponential(1).split('e-');
  return `${mantissa} × 10⁻${[...exponent].map((digit) => SUPERSCRIPTS[digit]).join('')}`;
}

export function percent(share) {
  return `${Math.round(share * 100)} %`;
}

export function language(tag) {
  try {
    return languageNames.of(tag);
  } catch {
    return tag; // not a language tag at all
  }
}

export function plural(count, one, many) {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** "Caracas, Distrito Capital", without saying a name twice. */
export function placeName(place) {
  return place.admin1 && place.admin1 !== place.name && place.level === 'TOWN'
    ? `${place.name}, ${place.admin1}`
    : place.name;
}

const ENDINGS = {
  QUIET: 'Quiet again',
  MERGED: 'Part of a wider alert',
  DISMISSED: 'Called false by a person',
  DAY_CAME: 'The planned day has come',
};

/** Why an alert was closed; undefined where nobody says. */
export function ending(alert) {
  return ENDINGS[alert.ending];
}

/** What an alert is at present, in one word. */
export function state(alert) {
  if (alert.ending === 'DISMISSED') return 'Dismissed';
  if (alert.ending === 'MERGED') return 'Merged';
  if (alert.status === 'OPEN' && alert.stage === 'PLANNED') return 'Planned';
  return phrase(alert.status);
}

/** Where an alert's life ends, or how far it has come. */
export function end(alert) {
  return alert.closed ?? alert.lastSeen;
}

export function life(alert) {
  return duration(Date.parse(end(alert)) - Date.parse(alert.started));
}
