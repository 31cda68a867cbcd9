import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { html } from './markdown.js';

/** How far a menu stays from the edges of the window, in CSS pixels. */
const MARGIN = 8;

/** How long a finger rests on a message before it asks for the menu, in milliseconds, and how far it may stray, in CSS pixels. */
const LONG_PRESS = 500;
const STRAY = 10;

/**
 * A menu at a place in the window, or as near to it as there is room.
 *
 * Each group has a name, null where it needs none, and items that say what they do.
 * The focus goes back to `opener` when the menu closes by a choice or by Escape.
 */
export function Menu({ x, y, label, groups, opener, onClose }) {
  const box = useRef(null);
  const items = () => [...box.current.querySelectorAll('[role=menuitem]')];
  useLayoutEffect(() => {
    const { width, height } = box.current.getBoundingClientRect();
    box.current.style.left = `${Math.max(MARGIN, Math.min(x, innerWidth - width - MARGIN))}px`;
    box.current.style.top = `${Math.max(MARGIN, Math.min(y, innerHeight - height - MARGIN))}px`;
    items()[0]?.focus();
  }, [x, y]);
  useEffect(() => {
    const away = ({ target }) => box.current?.contains(target) || onClose();
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, []);
  const close = () => {
    opener.focus();
    onClose();
  };
  const onKeyDown = (event) => {
    const all = items();
    const at = all.indexOf(document.activeElement);
    if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus();
    else if (event.key === 'ArrowUp') all.at(at - 1)?.focus();
    else if (event.key === 'Home') all[0]?.focus();
    else if (event.key === 'End') all.at(-1)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
  };
  return html`<div class="popup menu" role="menu" aria-label=${label} ref=${box} onKeyDown=${onKeyDown}>
    ${groups.map(
      ({ name, items }) => html`<div role="group" aria-label=${name ?? undefined}>
        ${name !== null && html`<p class="muted small" aria-hidden="true">${name}</p>`}
        ${items.map(
          ({ label, run }) => html`<button
            type="button"
            role="menuitem"
            tabindex="-1"
            onClick=${() => {
              close();
              run();
            }}
          >
            ${label}
          </button>`,
        )}
      </div>`,
    )}
  </div>`;
}

/**
 * What an element listens to so that a right click, the menu key, Shift+F10 and a finger that rests on it call `onMenu`
 * with the element and the place in the window.
 *
 * Links and selected text keep the menu of the browser.
 */
export function useContextMenu(onMenu) {
  const press = useRef(null);
  const lift = () => {
    clearTimeout(press.current?.timer);
    press.current = null;
  };
  useEffect(() => lift, []);
  return {
    onContextMenu: (event) => {
      if (event.target.closest('a') || !getSelection().isCollapsed) return;
      event.preventDefault();
      onMenu(event.currentTarget, event.clientX, event.clientY);
    },
    onPointerDown: ({ pointerType, target, currentTarget, clientX, clientY }) => {
      if (pointerType !== 'touch' || target.closest('a, button, select')) return;
      lift();
      const timer = setTimeout(() => onMenu(currentTarget, clientX, clientY), LONG_PRESS);
      press.current = { timer, clientX, clientY };
    },
    onPointerMove: ({ clientX, clientY }) => {
      if (press.current === null) return;
      if (Math.hypot(clientX - press.current.clientX, clientY - press.current.clientY) > STRAY) lift();
    },
    onPointerUp: lift,
    onPointerCancel: lift,
  };
}
