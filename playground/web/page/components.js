import { useEffect, useRef, useState } from 'preact/hooks';
import { html, markdown } from './markdown.js';

const STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' };

/** One of Discord's components. `onPress` and `onChoose` take its custom_id. */
export function Component({ part, onPress, onChoose }) {
  const inner = (parts) =>
    parts?.map((one) => html`<${Component} part=${one} onPress=${onPress} onChoose=${onChoose} />`);
  switch (part.type) {
    case 1:
      return html`<div class="row">${inner(part.components)}</div>`;
    case 2:
      return html`<${Button} part=${part} onPress=${onPress} />`;
    case 3:
      return html`<${Select} part=${part} onChoose=${(values) => onChoose(part.custom_id, values)} />`;
    case 9:
      return html`<div class="section"><div>${inner(part.components)}</div>${inner([part.accessory])}</div>`;
    case 10:
      return html`<div class="text">${markdown(part.content)}</div>`;
    case 14:
      return html`<hr class=${part.divider === false ? 'space' : ''} />`;
    case 17: {
      const colour = part.accent_color == null ? 'transparent' : `#${part.accent_color.toString(16).padStart(6, '0')}`;
      return html`<div class="container" ref=${(box) => box?.style.setProperty('--accent', colour)}>
        ${inner(part.components)}
      </div>`;
    }
    default:
      return html`<p class="muted">A component of type ${part.type}, which the playground does not show.</p>`;
  }
}

function Button({ part, onPress }) {
  if (part.style === 5) {
    return html`<a class="button secondary" href=${part.url} target="_blank" rel="noreferrer noopener">
      ${part.label}<span aria-hidden="true"> ↗</span>
    </a>`;
  }
  return html`<button
    type="button"
    class=${`button ${STYLES[part.style] ?? 'secondary'}`}
    disabled=${part.disabled === true}
    onClick=${() => onPress(part.custom_id)}
  >
    ${part.label}
  </button>`;
}

function Select({ part, onChoose }) {
  return html`<select
    aria-label=${part.placeholder ?? 'Choose'}
    disabled=${part.disabled === true}
    value=""
    onChange=${(event) => onChoose([event.currentTarget.value])}
  >
    <option value="" disabled>${part.placeholder ?? 'Choose'}</option>
    ${part.options.map(({ label, value }) => html`<option value=${value}>${label}</option>`)}
  </select>`;
}

/** A form that the bot has opened. */
export function Form({ modal, onSubmit, onClose }) {
  const dialog = useRef(null);
  const inputs = inputsOf(modal.components);
  const [values, setValues] = useState(() => Object.fromEntries(inputs.map(({ id, value }) => [id, value])));
  useEffect(() => dialog.current.showModal(), []);
  return html`<dialog ref=${dialog} aria-labelledby="form-title" onClose=${onClose}>
    <form
      onSubmit=${(event) => {
        event.preventDefault();
        onSubmit(values);
      }}
    >
      <h2 id="form-title">${modal.title}</h2>
      ${inputs.map(
        (input) => html`<label>
          ${input.label}
          <textarea
            rows=${input.isLong ? 6 : 1}
            required=${input.required}
            maxlength=${input.longest}
            value=${values[input.id]}
            onInput=${(event) => setValues({ ...values, [input.id]: event.currentTarget.value })}
          ></textarea>
        </label>`,
      )}
      <div class="row">
        <button class="button primary">Submit</button>
        <button type="button" class="button secondary" onClick=${onClose}>Cancel</button>
      </div>
    </form>
  </dialog>`;
}

function inputsOf(parts, label) {
  return parts.flatMap((part) => {
    if (part.component) return inputsOf([part.component], part.label);
    if (part.components) return inputsOf(part.components);
    if (part.type !== 4) return [];
    return [
      {
        id: part.custom_id,
        label: part.label ?? label ?? part.custom_id,
        value: part.value ?? '',
        required: part.required !== false,
        longest: part.max_length ?? 4000,
        isLong: part.style === 2,
      },
    ];
  });
}
