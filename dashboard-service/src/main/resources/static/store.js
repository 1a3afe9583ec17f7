// The alerts this page knows. A revision never goes back, in whatever order answers and events come.

export class Store extends EventTarget {
  #alerts = new Map();

  /** Takes alerts in; listeners hear once of all that is new. */
  put(alerts) {
    const changed = alerts.filter((alert) => this.#take(alert));
    if (changed.length > 0) {
      this.dispatchEvent(new CustomEvent('change', { detail: changed.map((alert) => alert.id) }));
    }
  }

  get(id) {
    return this.#alerts.get(id);
  }

  all() {
    return [...this.#alerts.values()];
  }

  #take(alert) {
    const known = this.#alerts.get(alert.id);
    const newer = !known || alert.revision > known.revision;
    // A list leaves evidence out; the same revision with evidence says more.
    const fuller = known?.revision === alert.revision && alert.evidence && !known.evidence;
    if (newer || fuller) this.#alerts.set(alert.id, alert);
    return newer || fuller;
  }
}
