// One shape for each severity, so that colour is never the only sign. Filled is open, hollow closed.

import { svg } from './dom.js';
import { phrase, state } from './words.js';

const SHAPES = {
  MINOR: () => svg('circle', { cx: 12, cy: 12, r: 8.5 }),
  MODERATE: () => svg('rect', { x: 4, y: 4, width: 16, height: 16, rx: 1.5 }),
  SEVERE: () => svg('path', { d: 'M12 2.5 22.5 21h-21z' }),
  EXTREME: () => svg('path', { d: 'M12 .8 23.2 12 12 23.2.8 12z' }),
  UNKNOWN: () => svg('circle', { cx: 12, cy: 12, r: 8.5, 'stroke-dasharray': '3 3' }),
};

/** A symbol that says nothing to a screen reader: the text beside it does. */
export function symbol(severity, status, size) {
  const picture = svg(
    'svg',
    {
      viewBox: '0 0 24 24',
      width: size,
      height: size,
      'aria-hidden': 'true',
      class: `symbol ${severity.toLowerCase()} ${status.toLowerCase()}`,
    },
    SHAPES[severity](),
  );
  if (severity === 'EXTREME') picture.append(svg('path', { d: 'M12 7v6.5M12 16v1', class: 'mark' }));
  return picture;
}

export function describe(alert) {
  return `${phrase(alert.severity)} severity, ${state(alert).toLowerCase()}`;
}
