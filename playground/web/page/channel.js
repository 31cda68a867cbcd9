import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from './markdown.js';
import { Menu } from './menu.js';
import { Message } from './message.js';

const ON_MESSAGE = 3;

/** The messages of a channel: new ones are read out as they come, and the arrow keys go from one to the next. */
export function Channel({ state, onAct, onOpen, onReply, onPins }) {
  const log = useRef(null);
  /** The message that Tab leads to. */
  const [current, setCurrent] = useState(null);
  const [menu, setMenu] = useState(null);
  const { messages } = state;
  const last = messages.at(-1)?.id;
  const stop = messages.some(({ id }) => id === current) ? current : last;
  const onFocus = useFocusKept(log, () => log.current.querySelector('article[tabindex="0"]') ?? log.current);
  useLayoutEffect(() => {
    log.current.scrollTop = log.current.scrollHeight;
  }, [last]);

  const onMenu = (message) => (element, x, y) => {
    const { activeElement } = document;
    const opener = element.contains(activeElement) ? activeElement : element;
    setMenu({ x, y, opener, label: `Actions for the message of ${message.author.name}`, groups: groupsFor(message) });
  };
  const groupsFor = (message) => [
    {
      name: null,
      items: [
        ...(message.isHidden ? [] : [{ label: 'Reply', run: () => onReply(message) }]),
        { label: 'Copy text', run: () => copyText(log.current.querySelector(`[data-message="${message.id}"]`)) },
      ],
    },
    {
      name: 'Apps',
      items: state.commands
        .filter(({ type }) => type === ON_MESSAGE)
        .map(({ name }) => ({ label: name, run: () => onAct({ do: 'use-on', name, message: message.id }) })),
    },
  ];
  const onKeyDown = (event) => {
    if (event.target.localName !== 'article') return;
    const all = [...log.current.querySelectorAll('article')];
    const at = all.indexOf(event.target);
    const next = { ArrowUp: all[at - 1], ArrowDown: all[at + 1], Home: all[0], End: all.at(-1) }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return html`<div
      class="messages"
      role="log"
      aria-label="Messages"
      aria-relevant="additions"
      tabindex="-1"
      ref=${log}
      onFocusIn=${onFocus}
      onKeyDown=${onKeyDown}
      onWheel=${() => setMenu(null)}
    >
      <ol>
        ${messages.map(
          (message) => html`<${Message}
            key=${message.id}
            ...${{ message, onAct, onOpen, onPins }}
            isStop=${message.id === stop}
            onFocus=${() => setCurrent(message.id)}
            onMenu=${onMenu(message)}
          />`,
        )}
      </ol>
    </div>
    ${menu !== null && html`<${Menu} key=${menu.label} ...${menu} onClose=${() => setMenu(null)} />`}`;
}

/**
 * Keeps the focus in `box` when the element that has it is taken away, as a deleted message is: `next` then gets it.
 *
 * @returns what listens to `focusin` in the box
 */
function useFocusKept(box, next) {
  const focused = useRef(null);
  useEffect(() => {
    const left = ({ target }) => {
      if (!box.current?.contains(target)) focused.current = null;
    };
    document.addEventListener('focusin', left);
    document.addEventListener('pointerdown', left);
    return () => {
      document.removeEventListener('focusin', left);
      document.removeEventListener('pointerdown', left);
    };
  }, []);
  useEffect(() => {
    if (focused.current?.isConnected === false && document.activeElement === document.body) next().focus();
  });
  return ({ target }) => {
    focused.current = target;
  };
}

function copyText(article) {
  const text = [...article.querySelectorAll('.text')].map(({ innerText }) => innerText.trim());
  return navigator.clipboard.writeText(text.filter((part) => part !== '').join('\n'));
}
