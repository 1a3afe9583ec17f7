// What people say about an alert, and the form to say it. What strangers or colleagues wrote is text.

import { element } from './dom.js';
import { sendCommand } from './live.js';
import { instant } from './words.js';

const TOKEN = 'groundswell.token'; // in the session's storage alone: gone when the tab is closed
const NAME = 'groundswell.by';

const COMMANDS = {
  acknowledgement: {
    name: 'Acknowledge',
    send: 'Acknowledge alert',
    title: 'Say that somebody looks after it',
    label: 'Note',
    done: ({ acknowledgement }, before) =>
      acknowledgement && acknowledgement.at !== before.acknowledgement?.at,
  },
  comments: {
    name: 'Comment',
    send: 'Send comment',
    title: 'Say something about it',
    label: 'Comment',
    required: true,
    done: (alert, before, command) => (alert.comments ?? []).some((one) => one.id === command),
  },
  dismissal: {
    name: 'Dismiss',
    send: 'Dismiss alert',
    title: 'Call it false and close it',
    label: 'Why is it false?',
    required: true,
    done: (alert) => alert.ending === 'DISMISSED',
  },
};

/** Stays while the alert changes, so that nothing that is being written is lost. */
export class Remarks {
  section = element('section', { class: 'people', 'aria-labelledby': 'people-title' });
  #said = element('ol', { class: 'said' });
  #buttons = element('div', { class: 'actions' });
  #form = element('form', { class: 'remark', hidden: '', 'aria-labelledby': 'remark-title' });
  #status = element('p', { class: 'hint', role: 'status' });
  #alert;
  #kind;
  #key;
  #sent; // what was sent and has not shown yet

  constructor() {
    const title = element('h3', { id: 'people-title' }, 'People');
    this.section.append(title, this.#said, this.#buttons, this.#form, this.#status);
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
    // A changed text is another command.
    this.#form.addEventListener('input', () => (this.#key = newKey()));
    this.#form.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.#close();
    });
    for (const [kind, { name }] of Object.entries(COMMANDS)) {
      const attributes = { type: 'button', 'data-kind': kind, 'aria-expanded': 'false' };
      const button = element('button', attributes, name);
      button.addEventListener('click', () => (this.#kind === kind ? this.#close() : this.#open(kind)));
      this.#buttons.append(button);
    }
  }

  show(alert) {
    if (this.#alert?.id !== alert.id) this.#reset();
    this.#alert = alert;
    this.#said.replaceChildren(...remarksOf(alert));
    this.#said.hidden = this.#said.children.length === 0;
    this.#button('dismissal').hidden = alert.ending === 'DISMISSED';
    if (this.#kind === 'dismissal' && alert.ending === 'DISMISSED') this.#close();
    this.#confirm();
  }

  #reset() {
    this.#sent = undefined;
    this.#status.textContent = '';
    this.#close(false);
  }

  #confirm() {
    if (!this.#sent) return;
    const { kind, before, command } = this.#sent;
    if (!COMMANDS[kind].done(this.#alert, before, command)) return;
    this.#sent = undefined;
    this.#status.textContent = 'Done.';
  }

  #button(kind) {
    return this.#buttons.querySelector(`[data-kind=${kind}]`);
  }

  #open(kind) {
    this.#kind = kind;
    this.#key = newKey();
    this.#status.textContent = '';
    const { title, label, required, send } = COMMANDS[kind];
    this.#form.replaceChildren(
      element('h4', { id: 'remark-title' }, title),
      field(label, required, textArea(required)),
      field('Your name or desk', false, nameInput()),
      this.#tokenField(),
      element(
        'div',
        { class: 'actions' },
        element('button', { type: 'submit', class: 'send' }, send),
        this.#cancelButton(),
      ),
    );
    this.#form.hidden = false;
    this.#expand();
    this.#form.elements.text.focus();
  }

  #tokenField() {
    const input = element('input', { name: 'token', type: 'password', autocomplete: 'off' });
    const label = field('Token of this service', true, input);
    label.hidden = true;
    return label;
  }

  #cancelButton() {
    const cancel = element('button', { type: 'button' }, 'Cancel');
    cancel.addEventListener('click', () => this.#close());
    return cancel;
  }

  #close(focus = true) {
    const button = this.#kind && this.#button(this.#kind);
    this.#kind = undefined;
    this.#form.hidden = true;
    this.#form.replaceChildren();
    this.#expand();
    if (focus && button && !button.hidden) button.focus();
  }

  #expand() {
    for (const button of this.#buttons.children) {
      button.setAttribute('aria-expanded', button.dataset.kind === this.#kind);
    }
  }

  async #send() {
    const { text, by, token } = this.#form.elements;
    if (token.value) sessionStorage.setItem(TOKEN, token.value);
    if (by.value.trim()) sessionStorage.setItem(NAME, by.value.trim());
    const sent = { kind: this.#kind, before: this.#alert, id: this.#alert.id };
    const body = { text: text.value.trim() || undefined, by: by.value.trim() || undefined };
    this.#say('Sending', true);
    const answer = await sendCommand(sent.id, sent.kind, body, this.#key, stored(TOKEN));
    if (this.#alert.id === sent.id) this.#take(sent, answer);
  }

  #take(sent, { status, detail, command }) {
    this.#say('', false);
    if (status === 202) {
      this.#sent = { ...sent, command };
      this.#close();
      this.#status.textContent = 'Sent. It will show here when the alert has changed.';
      this.#confirm();
      return;
    }
    if (status === 401) this.#askForToken();
    else this.#status.textContent = detail;
  }

  #askForToken() {
    const refused = stored(TOKEN) !== undefined;
    sessionStorage.removeItem(TOKEN);
    const { token } = this.#form.elements;
    if (!token) return;
    token.closest('label').hidden = false;
    token.required = true;
    token.value = '';
    token.focus();
    this.#status.textContent = refused ? 'The token was not taken.' : 'This service asks for a token.';
  }

  #say(sentence, busy) {
    this.#status.textContent = sentence;
    const send = this.#form.querySelector('.send');
    if (send) send.disabled = busy;
  }
}

function remarksOf({ acknowledgement, dismissal, comments }) {
  return [
    acknowledgement && { ...acknowledgement, what: 'Acknowledged' },
    dismissal && { ...dismissal, what: 'Dismissed' },
    ...(comments ?? []),
  ]
    .filter(Boolean)
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .map(remark);
}

function remark({ what, at, by, text }) {
  return element(
    'li',
    { class: what ? what.toLowerCase() : undefined },
    element(
      'p',
      { class: 'meta' },
      what ? element('strong', {}, what) : undefined,
      by ? element('span', { dir: 'auto' }, what ? `by ${by}` : by) : undefined,
      element('time', { datetime: at }, instant(at)),
    ),
    text ? element('p', { class: 'words', dir: 'auto' }, text) : undefined,
  );
}

function field(label, required, input) {
  const note = required ? undefined : element('small', {}, 'optional');
  return element('label', {}, element('span', {}, label, ' ', note), input);
}

function textArea(required) {
  return element('textarea', { name: 'text', rows: 3, maxlength: 2000, required: required && '' });
}

function nameInput() {
  return element('input', { name: 'by', maxlength: 100, autocomplete: 'off', value: stored(NAME) });
}

function stored(name) {
  return sessionStorage.getItem(name) ?? undefined;
}

// Not randomUUID: that is missing where the page does not come by TLS or from this machine.
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
