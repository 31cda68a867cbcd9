import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from './markdown.js';

const CHAT_INPUT = 1;
const BOOLEAN = 5;
const NUMBERS = [4, 10];

/** Where people write: a message, or a slash command that becomes a form of its options. */
export function Composer({ state, draft, onDraft, onSend, onUse, onComplete, replyTo, onCancelReply }) {
  const [command, setCommand] = useState(null);
  const [at, setAt] = useState(0);
  const input = useRef(null);
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    // A page that has just opened leaves the focus where it is.
    if (!isFirst.current) input.current?.focus();
    isFirst.current = false;
  }, [command, replyTo?.id]);
  const offered = draft.startsWith('/')
    ? state.commands.filter(({ type, name }) => type === CHAT_INPUT && name.startsWith(draft.slice(1).split(' ')[0]))
    : [];
  const pick = (one) => {
    setCommand(one);
    onDraft('');
  };
  if (command !== null) {
    return html`<${CommandForm}
      command=${command}
      onComplete=${onComplete}
      onCancel=${() => setCommand(null)}
      onUse=${async (values) => {
        if (await onUse(command.name, values)) setCommand(null);
      }}
    />`;
  }
  const onKeyDown = (event) => {
    if (offered.length === 0) {
      if (event.key === 'Escape' && replyTo !== null) onCancelReply();
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      event.currentTarget.form.requestSubmit();
      return;
    }
    if (event.key === 'ArrowDown') setAt((at + 1) % offered.length);
    else if (event.key === 'ArrowUp') setAt((at + offered.length - 1) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') pick(offered[Math.min(at, offered.length - 1)]);
    else if (event.key === 'Escape') onDraft('');
    else return;
    event.preventDefault();
  };
  return html`<div class="composer">
    ${
      offered.length > 0 &&
      html`<ul id="commands" role="listbox" aria-label="Commands" class="popup">
      ${offered.map(
        (one, n) => html`<li
          id=${`command-${n}`}
          role="option"
          ...${chosen(n === Math.min(at, offered.length - 1))}
          onClick=${() => pick(one)}
        >
          <strong>/${one.name}</strong> <span class="muted">${one.description}</span>
        </li>`,
      )}
    </ul>`
    }
    ${
      replyTo &&
      html`<p class="replying">
      Replying to ${replyTo.author.name} <button type="button" class="plain" onClick=${onCancelReply}>Cancel</button>
    </p>`
    }
    <form
      onSubmit=${(event) => {
        event.preventDefault();
        if (draft.trim() !== '') onSend(draft);
      }}
    >
      <textarea
        ref=${input}
        rows="1"
        aria-label="Message"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded=${offered.length > 0}
        aria-controls="commands"
        aria-activedescendant=${offered.length > 0 ? `command-${Math.min(at, offered.length - 1)}` : undefined}
        autocomplete="off"
        placeholder="Message, or / for commands"
        value=${draft}
        onInput=${(event) => {
          setAt(0);
          onDraft(event.currentTarget.value);
        }}
        onKeyDown=${onKeyDown}
      ></textarea>
      <button class="button primary">Send</button>
    </form>
  </div>`;
}

function CommandForm({ command, onUse, onCancel, onComplete }) {
  const [values, setValues] = useState({});
  const first = useRef(null);
  useEffect(() => first.current?.querySelector('input, select, button')?.focus(), []);
  const set = (name, value) => {
    const others = Object.entries(values).filter(([key]) => key !== name);
    setValues(Object.fromEntries(value === '' ? others : [...others, [name, value]]));
  };
  return html`<form
    class="composer command"
    ref=${first}
    aria-label=${`/${command.name}`}
    onKeyDown=${(event) => event.key === 'Escape' && !event.defaultPrevented && onCancel()}
    onSubmit=${(event) => {
      event.preventDefault();
      onUse(values);
    }}
  >
    <p><strong>/${command.name}</strong> <span class="muted">${command.description}</span></p>
    <div class="options">
      ${command.options.map(
        (option) => html`<${Option}
          key=${option.name}
          option=${option}
          value=${values[option.name] ?? ''}
          onChange=${(value) => set(option.name, value)}
          onComplete=${(value) => onComplete(command.name, option.name, value, values)}
        />`,
      )}
    </div>
    <div class="row">
      <button class="button primary">Send</button>
      <button type="button" class="button secondary" onClick=${onCancel}>Cancel</button>
    </div>
  </form>`;
}

function Option({ option, value, onChange, onComplete }) {
  const label = html`<span>${option.name}${option.required === true && html`<span aria-hidden="true"> *</span>`}</span>`;
  if (option.type === BOOLEAN || option.choices?.length > 0) {
    const choices =
      option.type === BOOLEAN
        ? [
            { name: 'True', value: true },
            { name: 'False', value: false },
          ]
        : option.choices;
    return html`<label title=${option.description}>
      ${label}
      <select
        required=${option.required === true}
        aria-description=${option.description}
        onChange=${(event) => onChange(choices[event.currentTarget.selectedIndex - 1]?.value ?? '')}
      >
        <option value="">–</option>
        ${choices.map((one) => html`<option>${one.name}</option>`)}
      </select>
    </label>`;
  }
  if (option.autocomplete === true) {
    return html`<${Completed} ...${{ option, label, value, onChange, onComplete }} />`;
  }
  const isNumber = NUMBERS.includes(option.type);
  return html`<label title=${option.description}>
    ${label}
    <input
      type=${isNumber ? 'number' : 'text'}
      required=${option.required === true}
      maxlength=${option.max_length}
      autocomplete="off"
      placeholder=${option.description}
      aria-description=${option.description}
      value=${value}
      onInput=${({ currentTarget: { value: text } }) => onChange(isNumber && text !== '' ? Number(text) : text)}
    />
  </label>`;
}

/** An option that the bot completes while somebody types. */
function Completed({ option, label, value, onChange, onComplete }) {
  const [choices, setChoices] = useState([]);
  const [at, setAt] = useState(-1);
  const [shown, setShown] = useState(value);
  const asked = useRef(0);
  const ask = async (text) => {
    const mine = ++asked.current;
    const found = await onComplete(text);
    if (mine !== asked.current) return;
    setChoices(found);
    setAt(-1);
  };
  const close = () => {
    asked.current++;
    setChoices([]);
  };
  const pick = (choice) => {
    setShown(choice.name);
    onChange(choice.value);
    close();
  };
  const onKeyDown = (event) => {
    if (choices.length === 0) return;
    if (event.key === 'ArrowDown') setAt((at + 1) % choices.length);
    else if (event.key === 'ArrowUp') setAt((at + choices.length - 1) % choices.length);
    else if (event.key === 'Enter' && at >= 0) pick(choices[at]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };
  const list = `choices-${option.name}`;
  return html`<div class="completed">
    <label title=${option.description}>
      ${label}
      <input
      role="combobox"
      aria-expanded=${choices.length > 0}
      aria-controls=${list}
      aria-autocomplete="list"
      aria-activedescendant=${at >= 0 ? `${list}-${at}` : undefined}
      autocomplete="off"
      required=${option.required === true}
      placeholder=${option.description}
        aria-description=${option.description}
      value=${shown}
      onFocus=${() => ask(shown)}
      onBlur=${close}
      onInput=${({ currentTarget: { value: text } }) => {
        setShown(text);
        onChange(text);
        ask(text);
      }}
      onKeyDown=${onKeyDown}
      />
    </label>
    ${
      choices.length > 0 &&
      html`<ul id=${list} role="listbox" aria-label=${`Suggestions for ${option.name}`} class="popup">
      ${choices.map(
        (choice, n) => html`<li
          id=${`${list}-${n}`}
          role="option"
          ...${chosen(n === at)}
          onMouseDown=${(event) => {
            event.preventDefault();
            pick(choice);
          }}
        >
          ${choice.name}
        </li>`,
      )}
    </ul>`
    }
  </div>`;
}

/** Marks the option that the keyboard is at, and brings it into view. */
function chosen(isChosen) {
  return { 'aria-selected': isChosen, ref: (item) => isChosen && item?.scrollIntoView({ block: 'nearest' }) };
}
