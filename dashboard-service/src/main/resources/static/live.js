// Keeps the store up to date: events while the stream is open, and the whole list again whenever it
// has opened, so that nothing published in between is missed.

const LIST = 'api/v1/alerts?size=500';
const STREAM = 'api/v1/alerts/stream';
const MOST_PAGES = 4;
const RETRY_MILLIS = 5000;

export class Live {
  #store;
  #tell;

  /** `tell` is called with connecting, live or reconnecting, and with a sentence. */
  constructor(store, tell) {
    this.#store = store;
    this.#tell = tell;
  }

  start() {
    this.#tell('connecting', 'Connecting');
    const stream = new EventSource(STREAM);
    stream.addEventListener('open', () => this.#refresh('live', 'Live'));
    stream.addEventListener('alert', (event) => this.#store.put([JSON.parse(event.data)]));
    stream.addEventListener('error', () => this.#onError(stream));
  }

  // The browser comes back by itself unless it was refused, as when all streams are taken.
  #onError(stream) {
    this.#tell('reconnecting', 'Reconnecting');
    if (stream.readyState === EventSource.CLOSED) {
      this.#refresh('reconnecting', 'Asking every few seconds');
      setTimeout(() => this.start(), RETRY_MILLIS);
    }
  }

  async #refresh(state, sentence) {
    try {
      const complete = await this.#readList();
      this.#tell(state, sentence, complete);
    } catch (failure) {
      this.#tell('reconnecting', `Cannot read the list (${failure.message})`);
      setTimeout(() => this.#refresh(state, sentence), RETRY_MILLIS);
    }
  }

  async #readList() {
    let next = LIST;
    for (let page = 0; next && page < MOST_PAGES; page++) {
      const answer = await getJson(next);
      this.#store.put(answer.alerts);
      next = answer.page.next;
    }
    return !next;
  }
}

/** Returns the alert with its evidence, or undefined when there is none with this id. */
export async function readAlert(id) {
  const response = await fetch(`api/v1/alerts/${encodeURIComponent(id)}`);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}

async function getJson(url) {
  const response = await fetch(url, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}
