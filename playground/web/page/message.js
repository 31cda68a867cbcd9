import { Component } from './components.js';
import { html, markdown } from './markdown.js';
import { useContextMenu } from './menu.js';

const PINNED_NOTICE = 6;
const THREAD_NOTICE = 18;
const THREAD_STARTER = 21;

/** A message, or the line that stands for what happened in the channel. */
export function Message({ message, isStop, onFocus, onAct, onOpen, onPins, onMenu }) {
  const menu = useContextMenu(onMenu);
  const { author } = message;
  if (message.type === PINNED_NOTICE) {
    return html`<li class="notice">
      ${author.name} pinned a message to this channel.${' '}
      <button type="button" class="plain" onClick=${onPins}>See all pinned messages</button>
    </li>`;
  }
  if (message.type === THREAD_NOTICE) return html`<li class="notice">${author.name} started a thread.</li>`;
  if (message.type === THREAD_STARTER) {
    return html`<li class="notice">
      This thread goes on from a message.${' '}
      <button type="button" class="plain" onClick=${() => onOpen(message.startedIn)}>Back to it</button>
    </li>`;
  }
  const press = (button) => onAct({ do: 'press', message: message.id, button });
  const choose = (select, values) => onAct({ do: 'choose', message: message.id, select, values });
  return html`<li class=${`message ${message.isHidden ? 'hidden-answer' : ''}`}>
    <article
      aria-label=${nameOf(message)}
      data-message=${message.id}
      tabindex=${isStop ? 0 : -1}
      onFocus=${onFocus}
      ...${menu}
    >
      <${Above} message=${message} />
      <header>
        <${Author} message=${message} />
        ${message.isPinned && html`<span class="muted">pinned</span>`}
        <button
          type="button"
          class="plain actions"
          aria-haspopup="menu"
          aria-label=${`Actions for the message of ${author.name}`}
          onClick=${({ currentTarget }) => {
            const { right, bottom } = currentTarget.getBoundingClientRect();
            onMenu(currentTarget, right, bottom);
          }}
        >
          ⋯
        </button>
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
      <${Sources} sources=${message.sources} />
    </article>
  </li>`;
}

/** A pinned message, to read: what can be done with it stands in the channel. */
export function PinnedMessage({ message, onJump }) {
  return html`<li class="message">
    <article aria-label=${nameOf(message)}>
      <header>
        <${Author} message=${message} />
        <button type="button" class="button secondary jump" onClick=${onJump}>Jump</button>
      </header>
      <div class="text">${markdown(message.content)}</div>
      ${message.components.map((part) => html`<${Component} part=${part} onPress=${null} onChoose=${null} />`)}
      <${Sources} sources=${message.sources} />
    </article>
  </li>`;
}

function nameOf({ author, isHidden }) {
  return `${author.name}${isHidden ? ', only you can see this' : ''}`;
}

/** What a message answers. */
function Above({ message: { command, usedBy, repliesTo } }) {
  if (command !== null) return html`<p class="used">${usedBy} used <b>${command}</b></p>`;
  if (repliesTo !== null) return html`<p class="used">in reply to ${repliesTo}</p>`;
  return null;
}

function Author({ message: { author, timestamp } }) {
  return html`<span class=${`avatar ${author.bot ? 'bot' : ''}`} aria-hidden="true">
      ${author.name[0].toUpperCase()}
    </span>
    <strong>${author.name}</strong>
    ${author.bot && html`<span class="tag">APP</span>`}
    <time datetime=${timestamp}>
      ${new Date(timestamp).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}
    </time>`;
}

/** Where in the corpus a message comes from. */
function Sources({ sources }) {
  if (sources.length === 0) return null;
  return html`<p class="sources">
    In the corpus:${' '}
    ${sources.map(({ href, label }, n) => html`${n > 0 && ' · '}<a href=${href} target="_blank">${label}</a>`)}
  </p>`;
}
