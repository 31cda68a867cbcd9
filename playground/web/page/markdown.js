import htm from 'htm';
import { h } from 'preact';

export const html = htm.bind(h);

/** Discord's Markdown, as the server has read it. What has no look of its own shows its text. */
export function markdown(nodes) {
  if (typeof nodes === 'string') return nodes;
  if (!Array.isArray(nodes)) return null;
  return nodes.map(node);
}

function node({ type, content, target, level }) {
  const inner = () => markdown(content);
  switch (type) {
    case 'br':
    case 'newline':
      return html`<br />`;
    case 'strong':
      return html`<strong>${inner()}</strong>`;
    case 'em':
      return html`<em>${inner()}</em>`;
    case 'underline':
      return html`<u>${inner()}</u>`;
    case 'strikethrough':
      return html`<s>${inner()}</s>`;
    case 'blockQuote':
      return html`<blockquote>${markdown(withoutLastBreak(content))}</blockquote>`;
    case 'subtext':
      return html`<small>${inner()}</small>`;
    case 'heading':
      return h(`h${Math.min(level + 2, 6)}`, null, inner());
    case 'inlineCode':
      return html`<code>${inner()}</code>`;
    case 'codeBlock':
      return html`<pre><code>${inner()}</code></pre>`;
    case 'spoiler':
      return html`<details class="spoiler"><summary>Spoiler</summary>${inner()}</details>`;
    case 'link':
    case 'autolink':
    case 'url':
      return /^https?:/.test(target)
        ? html`<a href=${target} target="_blank" rel="noreferrer noopener">${inner()}</a>`
        : inner();
    default:
      return inner();
  }
}

/** The line break before the end of a block quote belongs to the quote's marks. */
function withoutLastBreak(nodes) {
  return nodes.at(-1)?.type === 'br' ? nodes.slice(0, -1) : nodes;
}
