// Keeps the store up to date: events while the stream is open, and the whole list again whenever it
// has opened, so that nothing published in between is missed.

const LIST = 'api/v1/alerts?size=500';
const STREAM = 'api/v1/alerts/stream';
const MOST_PAGES = 4;
const RETRY_MILLIS = 5000;

export class Live {
  #store;
  #tell;
  #whenRead;
  #stream;
  #retry; // the one timer: what fails while it runs starts no second one

  /**
   * `tell` is called with connecting, live or reconnecting and a sentence, `whenRead` after the list
   * was read, with whether that was all of it.
   */
  constructor(store, tell, whenRead) {
    this.#store = store;
    this.#tell = tell;
    this.#whenRead = whenRead;
    // A page that was left may be kept for the way back; its stream would hold one of the six
    // connections that a browser opens to a host.
    addEventListener('pagehide', () => this.#stop());
    addEventListener('pageshow', (event) => event.persisted && this.start());
  }

  start() {
    this.#tell('connecting', 'Connecting');
    this.#connect();
    this.#refresh();
  }

  #stop() {
    this.#stream?.close();
    clearTimeout(this.#retry);
  }

  #retryLater() {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      if (this.#stream.readyState === EventSource.CLOSED) this.#connect();
      this.#refresh();
    }, RETRY_MILLIS);
  }

  #connect() {
    const stream = new EventSource(STREAM);
    this.#stream = stream;
    stream.addEventListener('open', () => {
      this.#tell('live', 'Live');
      this.#refresh();
    });
    stream.addEventListener('alert', (event) => this.#store.put([JSON.parse(event.data)]));
    stream.addEventListener('error', () => this.#onError(stream));
  }

  // The browser comes back by itself unless it was refused, as when all streams are taken.
  #onError(stream) {
    if (stream.readyState !== EventSource.CLOSED) {
      this.#tell('reconnecting', 'Reconnecting');
      return;
    }
    this.#tell('reconnecting', `Asking every ${RETRY_MILLIS / 1000} seconds`);
    this.#retryLater();
  }

  async #refresh() {
    try {
      this.#whenRead(await this.#readList());
      if (this.#stream.readyState === EventSource.OPEN) this.#tell('live', 'Live');
    } catch (failure) {
      this.#tell('reconnecting', `Cannot read the list (${failure.message})`);
      this.#retryLater();
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

/** Resolves to the status, with the command's id or a sentence that says what was wrong. */
export async function sendCommand(id, kind, body, key, token) {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
  if (token) headers.Authorization = `Bearer ${token}`;
  try {
    const request = { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(`api/v1/alerts/${encodeURIComponent(id)}/${kind}`, request);
    const answer = await response.json();
    return { status: response.status, detail: `Not sent: ${answer.detail}`, command: answer.command };
  } catch (failure) {
    return { status: 0, detail: `Not sent (${failure.message}). Try again: it takes effect once.` };
  }
}

async function getJson(url) {
  const response = await fetch(url, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}
