import { useEffect, useRef } from 'preact/hooks';
import { html } from './markdown.js';
import { PinnedMessage } from './message.js';

/** The pinned messages of a channel, the last pinned first, in front of it. */
export function Pins({ state, onClose }) {
  const panel = useRef(null);
  const pinned = state.pins.map((id) => state.messages.find((message) => message.id === id)).filter(Boolean);
  useEffect(() => {
    panel.current.focus();
    const opener = document.querySelector('#pins-button');
    const away = ({ target }) => panel.current?.contains(target) || opener.contains(target) || onClose();
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, []);
  const close = () => {
    document.querySelector('#pins-button').focus();
    onClose();
  };
  const jump = (id) => {
    onClose();
    const message = document.querySelector(`[data-message="${id}"]`);
    message.scrollIntoView();
    message.focus();
  };
  return html`<section
    class="pins"
    aria-label="Pinned messages"
    tabindex="-1"
    ref=${panel}
    onKeyDown=${({ key }) => key === 'Escape' && close()}
  >
    <h2>Pinned messages</h2>
    ${pinned.length === 0 && html`<p class="muted">Nothing is pinned here.</p>`}
    <ol>
      ${pinned.map((message) => html`<${PinnedMessage} message=${message} onJump=${() => jump(message.id)} />`)}
    </ol>
  </section>`;
}
