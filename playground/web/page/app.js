import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Channel } from './channel.js';
import { Composer } from './composer.js';
import { Form } from './form.js';
import { html } from './markdown.js';
import { Pins } from './pins.js';
import { act, fetchState, listen } from './server.js';

/** Things to try that the sample article answers. */
const EXAMPLES = [
  { label: 'Who said “pouring in”?', name: 'who-said', values: { text: 'pouring in' } },
  {
    label: 'How many helmets did Germany offer?',
    name: 'ask',
    values: { question: 'How many helmets did Germany offer?' },
  },
  { label: 'Sum the article up', name: 'summary', values: {} },
];

/** What stands before the name of a channel, by its kind. */
const MARKS = { text: '# ', thread: '↳ ', direct: '@' };

function App() {
  const [where, setWhere] = useState({ as: '', channel: '' });
  const [state, setState] = useState(null);
  const [draft, setDraft] = useState('');
  const [form, setForm] = useState(null);
  const [error, setError] = useState('');
  const [replyTo, setReplyTo] = useState(null);
  const [showsPins, setShowsPins] = useState(false);
  const [theme, setTheme] = useState(() => localStorage.getItem('theme') ?? 'dark');
  const latest = useRef(0);
  const heading = useRef(null);

  const refresh = async () => {
    const mine = ++latest.current;
    const next = await fetchState(where.as, where.channel).catch(() => null);
    if (next !== null && mine === latest.current) setState(next);
  };
  useEffect(() => {
    refresh();
    return listen(refresh);
  }, [where.as, where.channel]);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem('theme', theme);
  }, [theme]);
  useEffect(() => {
    // What led here has gone with the channel it stood in.
    if (where.channel !== '' && document.activeElement === document.body) heading.current?.focus();
  }, [state?.channel]);

  if (state === null) return html`<p class="muted">The playground is starting …</p>`;
  const here = { as: state.as, channel: state.channel };

  /** Resolves to whether it could be done. */
  const onAct = async (action) => {
    setError('');
    try {
      const result = await act(here, action);
      if (result.kind === 'form') setForm(result);
      return true;
    } catch (reason) {
      setError(reason.message);
      return false;
    } finally {
      refresh();
    }
  };
  const open = (channel) => {
    setReplyTo(null);
    setShowsPins(false);
    setWhere({ ...here, channel });
  };
  const complete = (name, option, value, values) =>
    act(here, { do: 'complete', name, option, value, values }).then(
      ({ choices }) => choices,
      () => [],
    );
  const channel = state.channels.find(({ id }) => id === state.channel);
  return html`<div class="page">
    <nav aria-label="Channels">
      <p class="banner">This is a playground, not Discord.</p>
      <ul>
        ${state.channels.map(
          ({ id, name, kind, isClosed }) => html`<li class=${kind}>
            <button
              type="button"
              aria-current=${id === state.channel ? 'page' : undefined}
              ref=${(button) => id === state.channel && button?.scrollIntoView({ block: 'nearest', inline: 'nearest' })}
              onClick=${() => open(id)}
            >
              ${MARKS[kind]}${name}${isClosed ? ' (closed)' : ''}
            </button>
          </li>`,
        )}
      </ul>
      <label class="person">
        You are
        <select value=${state.as} onChange=${(event) => setWhere({ ...here, as: event.currentTarget.value })}>
          ${state.people.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
        </select>
      </label>
      <div class="row">
        <button type="button" class="button secondary" onClick=${() => onAct({ do: 'restart' })}>Restart the bot</button>
        <button
          type="button"
          class="button secondary"
          onClick=${() => setTheme(theme === 'dark' ? 'light' : 'dark')}
        >
          ${theme === 'dark' ? 'Light' : 'Dark'} theme
        </button>
      </div>
      <p class="muted small" role="status">${state.bot.name} is ${state.bot.online ? 'online' : 'starting'}</p>
    </nav>
    <main>
      <header class="top">
        <h1 tabindex="-1" ref=${heading}>${MARKS[channel.kind]}${channel.name}</h1>
        <button
          type="button"
          class="button secondary"
          id="pins-button"
          aria-expanded=${showsPins}
          onClick=${() => setShowsPins(!showsPins)}
        >
          Pins (${state.pins.length})
        </button>
      </header>
      ${showsPins && html`<${Pins} state=${state} onClose=${() => setShowsPins(false)} />`}
      <${Channel}
        key=${`${state.channel} ${state.as}`}
        ...${{ state, onAct }}
        onOpen=${open}
        onReply=${setReplyTo}
        onPins=${() => setShowsPins(true)}
      />
      <div class="examples" role="group" aria-label="Examples to try">
        <span class="muted">Try</span>
        ${EXAMPLES.map(
          ({ label, name, values }) =>
            html`<button type="button" class="button secondary" onClick=${() => onAct({ do: 'use', name, values })}>
              ${label}
            </button>`,
        )}
      </div>
      <p class="error" role="alert">${error}</p>
      <${Composer}
        ...${{ state, draft, replyTo }}
        onDraft=${setDraft}
        onComplete=${complete}
        onCancelReply=${() => setReplyTo(null)}
        onUse=${(name, values) => onAct({ do: 'use', name, values })}
        onSend=${async (text) => {
          if (!(await onAct({ do: 'send', text, replyTo: replyTo?.id ?? null }))) return;
          setDraft('');
          setReplyTo(null);
        }}
      />
    </main>
    ${
      form !== null &&
      html`<${Form}
      modal=${form.modal}
      onClose=${() => setForm(null)}
      onSubmit=${(values) => onAct({ do: 'submit', form: form.form, values })}
    />`
    }
  </div>`;
}

document.querySelector('#app').replaceChildren();
render(html`<${App} />`, document.querySelector('#app'));
