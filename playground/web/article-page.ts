import { html } from 'hono/html';
import type { Article } from '../../src/corpus/article.ts';

/** An article of the corpus as a page, with an anchor at each block: `#block-12`, counted from 0 as in passages. */
export function articlePage(article: Article): ReturnType<typeof html> {
  const blocks = article.blocks.map(
    ({ kind, label, text }, n) =>
      html`<section id="block-${n}" class="block ${kind}">
        <p class="label"><a href="#block-${n}">${label}</a></p>
        <p>${text}</p>
      </section> `,
  );
  return html`<!doctype html>
    <html lang="${article.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${article.title}</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body class="article">
        <main>
          <p><a href="/">Back to the playground</a> · the file <code>${article.id}</code> in the corpus</p>
          ${blocks}
        </main>
      </body>
    </html>`;
}
