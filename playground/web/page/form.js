import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from './markdown.js';

/** A form that the bot has opened. The focus goes back to where it was when the form closes. */
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
        dialog.current.close();
      }}
    >
      <h2 id="form-title">${modal.title}</h2>
      ${inputs.map(
        (input) =>
          html`<${Field}
            key=${input.id}
            input=${input}
            value=${values[input.id]}
            onChange=${(value) => setValues({ ...values, [input.id]: value })}
          />`,
      )}
      <div class="row">
        <button class="button primary">Submit</button>
        <button type="button" class="button secondary" onClick=${() => dialog.current.close()}>Cancel</button>
      </div>
    </form>
  </dialog>`;
}

function Field({ input, value, onChange }) {
  const Kind = input.isLong ? 'textarea' : 'input';
  return html`<label>
    <span>${input.label}${input.required && html`<span aria-hidden="true"> *</span>`}</span>
    <${Kind}
      rows=${input.isLong ? 6 : undefined}
      required=${input.required}
      maxlength=${input.longest}
      placeholder=${input.placeholder}
      autocomplete="off"
      value=${value}
      onInput=${(event) => onChange(event.currentTarget.value)}
    />
  </label>`;
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
        placeholder: part.placeholder ?? '',
        required: part.required !== false,
        longest: part.max_length ?? 4000,
        isLong: part.style === 2,
      },
    ];
  });
}
