import { useEffect, useRef, useState } from 'preact/hooks';
import { Component } from './components.js';
import { html, markdown } from './markdown.js';

const PINNED_NOTICE = 6;
const THREAD_NOTICE = 18;
const ON_MESSAGE = 3;

/** The messages of a channel, read out as they come. */
export function Channel({ state, onAct, onOpen, onReply }) {
  const end = useRef(null);
  const last = state.messages.at(-1)?.id;
  useEffect(() => end.current?.scrollIntoView(), [state.channel, last]);
  return html`<ol class="messages" role="log" aria-label="Messages" aria-live="polite" tabindex="0">
    ${state.messages.map(
      (message) => html`<${Message} key=${message.id} ...${{ message, state, onAct, onOpen, onReply }} />`,
    )}
    <li ref=${end} aria-hidden="true"></li>
  </ol>`;
}

export function Message({ message, state, onAct, onOpen, onReply }) {
  const { author } = message;
  if (message.type === PINNED_NOTICE)
    return html`<li class="notice">${author.name} pinned a message to this channel.</li>`;
  if (message.type === THREAD_NOTICE) return html`<li class="notice">${author.name} started a thread.</li>`;
  const press = (button) => onAct({ do: 'press', message: message.id, button });
  const choose = (select, values) => onAct({ do: 'choose', message: message.id, select, values });
  return html`<li class=${`message ${message.isHidden ? 'hidden-answer' : ''}`}>
    <article aria-label=${`${author.name}${message.isHidden ? ', only you can see this' : ''}`}>
      ${message.command !== null && html`<p class="used">${message.usedBy} used <b>${message.command}</b></p>`}
      ${
        message.command === null &&
        message.repliesTo !== null &&
        html`<p class="used">in reply to ${message.repliesTo}</p>`
      }
      <header>
        <span class=${`avatar ${author.bot ? 'bot' : ''}`} aria-hidden="true">${author.name[0].toUpperCase()}</span>
        <strong>${author.name}</strong>
        ${author.bot && html`<span class="tag">APP</span>`}
        <time datetime=${message.timestamp}>
          ${new Date(message.timestamp).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}
        </time>
        ${message.isPinned && html`<span class="muted">pinned</span>`}
        <${Menu} ...${{ message, state, onAct, onReply }} />
      </header>
      ${message.isLoading && html`<p class="muted">${author.name} is thinking …</p>`}
      <div class="text">${markdown(message.content)}</div>
      ${message.components.map((part) => html`<${Component} part=${part} onPress=${press} onChoose=${choose} />`)}
      ${message.isEdited && html`<p class="muted small">(edited)</p>`}
      ${message.isHidden && html`<p class="muted small">Only you can see this</p>`}
      ${
        message.thread !== null &&
        html`<button type="button" class="plain" onClick=${() => onOpen(message.thread)}>Open the thread</button>`
      }
      ${
        message.sources.length > 0 &&
        html`<p class="sources">
        In the corpus:${' '}
        ${message.sources.map(({ href, label }) => html`<a href=${href} target="_blank">${label}</a> `)}
      </p>`
      }
    </article>
  </li>`;
}

/** What can be done with a message: reply, and the bot's message commands. */
function Menu({ message, state, onAct, onReply }) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef(null);
  const commands = state.commands.filter(({ type }) => type === ON_MESSAGE);
  useEffect(() => {
    if (!isOpen) return;
    box.current.querySelector('[role=menuitem]')?.focus();
    const away = (event) => box.current?.contains(event.target) || setOpen(false);
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [isOpen]);
  const run = (then) => () => {
    setOpen(false);
    then();
  };
  const onKeyDown = (event) => {
    const items = [...box.current.querySelectorAll('[role=menuitem]')];
    const at = items.indexOf(document.activeElement);
    if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items[(at + items.length - 1) % items.length]?.focus();
    else if (event.key === 'Escape') {
      setOpen(false);
      box.current.querySelector('button')?.focus();
    } else return;
    event.preventDefault();
  };
  return html`<span class="menu" ref=${box} onKeyDown=${isOpen ? onKeyDown : undefined}>
    <button
      type="button"
      class="plain"
      aria-haspopup="menu"
      aria-expanded=${isOpen}
      aria-label=${`Actions for the message of ${message.author.name}`}
      onClick=${() => setOpen(!isOpen)}
    >
      ⋯
    </button>
    ${
      isOpen &&
      html`<span role="menu" class="popup">
      <button type="button" role="menuitem" onClick=${run(() => onReply(message))}>Reply</button>
      ${commands.map(
        ({ name }) =>
          html`<button
            type="button"
            role="menuitem"
            onClick=${run(() => onAct({ do: 'use-on', name, message: message.id }))}
          >
            ${name}
          </button>`,
      )}
    </span>`
    }
  </span>`;
}
