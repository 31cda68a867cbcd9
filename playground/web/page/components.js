import { useState } from 'preact/hooks';
import { html, markdown } from './markdown.js';

const STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' };

/** One of Discord's components. `onPress` and `onChoose` take its custom_id; where they are null it is only there to read. */
export function Component({ part, onPress, onChoose }) {
  const inner = (parts) =>
    parts?.map((one) => html`<${Component} part=${one} onPress=${onPress} onChoose=${onChoose} />`);
  switch (part.type) {
    case 1:
      return onPress !== null && html`<div class="row">${inner(part.components)}</div>`;
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
  const several = (part.max_values ?? 1) > 1;
  const [chosen, setChosen] = useState([]);
  const name = part.placeholder ?? 'Choose';
  const options = part.options.map(
    ({ label, value, description }) => html`<option value=${value}>
      ${label}${description ? ` – ${description}` : ''}
    </option>`,
  );
  if (!several) {
    return html`<select
      aria-label=${name}
      disabled=${part.disabled === true}
      value=""
      onChange=${(event) => onChoose([event.currentTarget.value])}
    >
      <option value="" disabled>${name}</option>
      ${options}
    </select>`;
  }
  return html`<select
      multiple
      size=${part.options.length}
      aria-label=${name}
      disabled=${part.disabled === true}
      onChange=${({ currentTarget }) => setChosen([...currentTarget.selectedOptions].map(({ value }) => value))}
    >
      ${options}
    </select>
    <button
      type="button"
      class="button secondary"
      disabled=${chosen.length < (part.min_values ?? 1) || chosen.length > part.max_values}
      onClick=${() => onChoose(chosen)}
    >
      Choose
    </button>`;
}
