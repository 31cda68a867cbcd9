import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/corpus/read-article.ts';

/** The blocks of a page, a line each: "label: text"; or what is wrong with it. */
function read(html: string): string[] {
  const result = readArticle('a', '.html', html);
  if (result.kind === 'problems') return result.problems.map(({ line, message }) => `${line}: ${message}`);
  return result.article.blocks.map(({ label, text }) => `${label}: ${text}`);
}

/** What a page says about its article. */
function headOf(html: string): Record<string, unknown> {
  const result = readArticle('a', '.html', html);
  if (result.kind === 'problems') return { problems: result.problems };
  const { title, source, author, url, published, language } = result.article;
  return { title, source, author, url, published, language };
}

/** A page with `body` under a headline. */
const under = (body: string): string => `<!doctype html><title>Wall falls</title><h1>Wall falls</h1>${body}`;

const FELL = 'The wall of the harbour fell on Monday, and nobody was hurt.';
const RUIZ = '\u201CIt will not be rebuilt before winter,\u201D said Maria Ruiz, the harbour master.';

/** Pages as news sites build them, each with the same article. */
const PAGES: readonly (readonly [string, string])[] = [
  [
    'a site with an article element and components named in camel case',
    `<!doctype html><html lang="en-GB"><head><title>Wall falls | The Saltmarsh Courier</title>
     <meta property="og:site_name" content="The Saltmarsh Courier"><script>var headline = "No text";</script></head>
     <body><header role="banner"><a href="/">The Saltmarsh Courier</a><nav><ul><li><a href="/n">News</a></li></ul></nav></header>
     <div id="CookieBanner"><p>We and our partners use cookies.</p></div>
     <main><article><header><h1>Wall falls</h1><div class="Byline__wrap"><span>By Ana Lind</span><time datetime="2024-03-02">2 March</time></div></header>
     <div class="ShareBar"><button>Share</button><p>Share this article</p></div>
     <div class="TextBlock"><p>${FELL}</p></div>
     <figure><img src="wall.jpg" alt="A wall"><figcaption>The wall on Sunday</figcaption></figure>
     <div class="AdSlot"><p>Advertisement</p></div>
     <div class="TextBlock"><h2>What now</h2><p>${RUIZ}</p></div>
     <aside class="Related"><h3>Read more</h3><p>Another wall stands in another town, which nobody knows.</p></aside>
     <footer><p>Follow The Saltmarsh Courier</p></footer></article>
     <section class="CommentList"><article class="Comment"><p>I always said so, and nobody listened to me at all.</p></article></section></main></body></html>`,
  ],
  [
    'a weblog with an entry and comments',
    `<html><head><title>Wall falls</title></head><body class="single has-sidebar"><div id="page"><h1 class="site-title"><a href="/">Saltmarsh Notes</a></h1>
     <div id="content"><div class="post"><h1 class="entry-title">Wall falls</h1><p class="entry-meta byline">By Ana Lind</p>
     <div class="entry-content"><p>${FELL}</p><h3>What now</h3><p>${RUIZ}</p><p><strong>Read more:</strong> <a href="/x">Another wall stands</a></p>
     <div class="sharedaddy sharing"><h3>Share this:</h3><ul><li><a href="/s">Mail</a></li></ul></div></div></div>
     <div id="comments" class="comments-area"><h2>Comments</h2><p>${'I always said so, and nobody listened. '.repeat(20)}</p></div></div>
     <div id="sidebar"><p>About these notes, which are written by the harbour.</p></div></div></body></html>`,
  ],
  [
    'an old page of tables and line breaks',
    `<HTML><HEAD><TITLE>Wall falls</TITLE></HEAD><BODY BGCOLOR=white><TABLE><TR><TD><FONT SIZE=5><H1>Wall falls</H1></FONT>
     ${FELL}<BR><BR><H3>What now</H3>${RUIZ}<BR><BR></TD></TR></TABLE></BODY></HTML>`,
  ],
  [
    'a page whose tags are never closed',
    `<title>Wall falls</title><body><main><article><h1>Wall falls</h1><p>${FELL}<h2>What now</h2><p>${RUIZ}<div class=related><p>Another wall stands`,
  ],
  [
    'a site that names its parts in data attributes, with elements of its own',
    `<!doctype html><title>Wall falls - Courier News</title><body style="visibility:hidden"><main class="x1"><article class="x2"><div data-component="headline-block"><h1>Wall <x-break>falls</x-break></h1></div>
     <div data-component="byline-block"><div>Ana Lind</div><div>Harbour reporter</div></div><div data-testid="reading-time">3 min read</div>
     <x-body><div data-component="text-block"><p>${FELL.replace('harbour', '<x-tip>harbour</x-tip>')}</p></div></x-body>
     <div data-component="subheadline-block"><h2>What now</h2></div><div data-component="text-block"><p>${RUIZ}</p></div>
     <div data-component="links-block"><p><b>Related</b></p><ul><li><a href="/1">Another wall stands</a></li></ul></div></article></main>`,
  ],
  [
    'an opinion, on a site that calls it a comment',
    `<title>Wall falls</title><body class="tone-comment"><h1>Wall falls</h1><div class="content-body tone-comment has-comments"><p>${FELL}</p><h2>What now</h2><p>${RUIZ}</p></div>
     <div class="comment-list"><p>${'I always said so, and nobody listened. '.repeat(20)}</p></div>`,
  ],
  [
    'a page that is one form',
    `<title>Wall falls</title><form id="aspnetForm"><div class="Menu"><a href="/">Home</a></div><h1>Wall falls</h1><div class="PostMeta post-meta">2 March</div><div><p>${FELL}</p></div><h4>What now</h4><div><p>${RUIZ}</p></div><input type="submit" value="Go"></form>`,
  ],
  [
    'a page with the headline above the article, and cards of others below',
    `<title>Wall falls</title><main><h1>Wall falls</h1><article itemprop="articleBody"><p>${FELL}</p><h2>What now</h2><p>${RUIZ}</p></article></main>
     <div><article><h3><a href="/1">Rain</a></h3><p>It rained.</p></article><article><h3><a href="/2">Sun</a></h3><p>It shone.</p></article></div>`,
  ],
];

describe('the article is found, and nothing else, in', () => {
  it.each(PAGES)('%s', (_case, html) => {
    expect(read(html)).toEqual(['headline: Wall falls', `paragraph 1: ${FELL}`, 'heading 1: What now', `paragraph 2: ${RUIZ}`]);
  });
});

describe('a saved page', () => {
  it.each([
    ['is read as its reader sees it', `<p>It <a href="/x">fell</a>\n at&nbsp;<em>noon</em>, 3&nbsp;&lt;&nbsp;4 &#147;m&#148;&hellip;</p>`, ['paragraph 1: It fell at noon, 3 < 4 \u201Cm\u201D\u2026']],
    ['makes list items and block quotes paragraphs', '<ul><li>It fell.</li><li><p>Nobody was hurt.</p></li></ul><blockquote>It is gone.</blockquote>', ['paragraph 1: It fell.', 'paragraph 2: Nobody was hurt.', 'paragraph 3: It is gone.']],
    ['keeps whom a block quote is from', '<blockquote><p>It is gone.</p><footer>Maria Ruiz</footer></blockquote>', ['paragraph 1: It is gone.', 'paragraph 2: Maria Ruiz']],
    ['ends a paragraph at an empty line, not at a line break', '<div>It fell<br>at noon.<br>\n<br>Nobody was hurt.</div>', ['paragraph 1: It fell at noon.', 'paragraph 2: Nobody was hurt.']],
    ['has key points under a heading', '<h2>Key points</h2><ul><li>It fell</li></ul><p>It fell at noon.</p><ul><li>loudly</li></ul>', ['key point 1: It fell', 'paragraph 1: It fell at noon.', 'paragraph 2: loudly']],
    ['has key points in a box of that name', '<div class="key-points"><h2>At a glance</h2><ul><li>It fell</li></ul></div><p>It fell at noon.</p>', ['key point 1: It fell', 'paragraph 1: It fell at noon.']],
    ['has a standfirst where the page marks one', '<p class="article__standfirst">The harbour is closed</p><p>It fell at noon.</p>', ['standfirst: The harbour is closed', 'paragraph 1: It fell at noon.']],
    ['shows the quotation marks of q', '<p><q>It is gone</q>, said <q>“the” wall</q>.</p>', ['paragraph 1: \u201CIt is gone\u201D, said \u201C“the” wall\u201D.']],
    ['keeps text beside elements in an element', '<div>It fell.<p>Nobody was hurt.</p>It is gone.</div>', ['paragraph 1: It fell.', 'paragraph 2: Nobody was hurt.', 'paragraph 3: It is gone.']],
    ['keeps a class in a sentence', '<p>It fell, <span class="author">Maria Ruiz</span> said <time>on Monday</time>.</p>', ['paragraph 1: It fell, Maria Ruiz said on Monday.']],
    ['is written from right to left', '<p dir="rtl">\u0627\u0646\u0647\u0627\u0631 \u0627\u0644\u062C\u062F\u0627\u0631.</p>', ['paragraph 1: \u0627\u0646\u0647\u0627\u0631 \u0627\u0644\u062C\u062F\u0627\u0631.']],
    ['does not take menus, tables and lines of the page for text', '<p>It fell.</p><p>Advertisement</p><ul><li><a href="/a">Rain</a></li></ul><table><tr><td>3</td></tr></table>', ['paragraph 1: It fell.']],
  ])('%s', (_case, body, expected) => {
    expect(read(under(body))).toEqual(['headline: Wall falls', ...expected]);
  });

  it.each([
    ['script', '<script>document.write("<p>No.</p>")</script>'],
    ['style', '<style>p::after { content: "No." }</style>'],
    ['template', '<template><p>No.</p></template>'],
    ['noscript', '<noscript><p>No.</p></noscript>'],
    ['hidden attribute', '<div hidden><p>No.</p></div>'],
    ['aria-hidden', '<p aria-hidden="true">No.</p>'],
    ['display: none', '<div style="color:red; DISPLAY : none !important"><p>No.</p></div>'],
    ['text for reading aloud', '<span class="visually-hidden">No.</span>'],
    ['comment', '<!-- <p>No.</p> -->'],
  ])('does not take hidden text for the article: %s', (_case, hidden) => {
    expect(read(under(`<p>${FELL}</p>${hidden}`))).toEqual(['headline: Wall falls', `paragraph 1: ${FELL}`]);
  });

  it('is read behind an open dialog', () => {
    expect(read(`<div role="dialog"><p>We use cookies.</p></div><div aria-hidden="true">${under(`<p>${FELL}</p>`)}</div>`)).toEqual(['headline: Wall falls', `paragraph 1: ${FELL}`]);
  });

  it('is read however deep its elements are nested, as far as browsers show them', () => {
    expect(read(under(`${'<div>'.repeat(900)}<p>${FELL}</p>`))).toEqual(['headline: Wall falls', `paragraph 1: ${FELL}`]);
  });

  it('is the article whose headline the page has for its title', () => {
    const html = `<title>Wall falls</title><article><h1>Wall falls</h1><p>${FELL}</p></article><article><h1>Rain in May</h1><p>${RUIZ}</p></article>`;
    expect(read(html)).toEqual(['headline: Wall falls', `paragraph 1: ${FELL}`]);
  });
});

describe('the facts about the article come from', () => {
  const body = `<h1>Wall falls</h1><p>${FELL}</p><p>${RUIZ}</p>`;
  const none = { title: 'Wall falls', source: null, author: null, url: null, published: null, language: 'en' };

  it.each([
    ['Open Graph', '<meta property="og:site_name" content="The Courier"><meta property="og:url" content="https://example.com/wall"><meta property="article:published_time" content="2024-03-02T23:30:00+01:00">', { source: 'The Courier', url: 'https://example.com/wall', published: '2024-03-02' }],
    ['JSON-LD', '<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"author":[{"name":"Ana Lind"},{"name":"Tom Okafor"}],"publisher":{"name":"The Courier"},"datePublished":"2024-03-02"}]}</script>', { source: 'The Courier', author: 'Ana Lind, Tom Okafor', published: '2024-03-02' }],
    ['names in meta', '<meta name="author" content="By Ana &amp; Tom"><meta name="date" content="2024-03-02">', { author: 'Ana & Tom', published: '2024-03-02' }],
    ['the canonical link before others', '<link rel="canonical" href="/wall"><meta property="og:url" content="https://example.com/amp/wall">', { url: 'https://example.com/wall' }],
    ['the address that the browser notes', '<!-- saved from url=(0024)https://example.com/wall -->', { url: 'https://example.com/wall' }],
    ['nothing that runs', '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="data:text/html,x">', {}],
    ['no address of a person', '<meta property="article:author" content="https://example.com/ana">', {}],
    ['no date that is none', '<meta property="article:published_time" content="2 March"><script type="application/ld+json">{not JSON</script>', {}],
    ['the language of the page', '<html lang="nl">', { language: 'und' }],
    ['its text, where the page is wrong about its language', '<html lang="en">', { language: 'en' }],
  ])('%s', (_case, head, expected) => {
    expect(headOf(`${head}${body}`)).toEqual({ ...none, ...expected });
  });

  it.each([
    ['the heading that agrees with the title', '<title>Wall falls in harbour - The Courier</title><h1>The Courier</h1><h1>Wall falls in the harbour</h1>', 'Wall falls in the harbour'],
    ['the one heading, whatever the title is', '<title>Shock in town</title><h1>Wall falls</h1>', 'Wall falls'],
    ['the title, where the only heading is the site', '<meta property="og:site_name" content="The Courier"><title>Wall falls | The Courier</title><h1>The Courier</h1>', 'Wall falls'],
  ])('its title is %s', (_case, head, title) => {
    expect(headOf(`${head}<p>${FELL}</p>`)).toMatchObject({ title });
  });

  it('the byline and the time in the text, which are no paragraphs', () => {
    expect(headOf(under(`<p class="byline">By <a rel="author" href="/ana">Ana Lind</a></p><time datetime="2024-03-02T08:00Z">today</time><p>${FELL}</p>`))).toMatchObject({ author: 'Ana Lind', published: '2024-03-02' });
  });
});

describe('a page is refused when', () => {
  const wayOut = '; save the page of the article itself ("complete" where "HTML only" has no text), or paste its text into a .txt file';
  it.each([
    ['it is empty', ' ', '1: the file is empty; expected an article'],
    ['it has no article', under('<nav><a href="/">News</a></nav><ul><li><a href="/1">Rain</a></li></ul>'), `1: there is no article in the page; expected paragraphs below a headline${wayOut}`],
    ['it has no headline', `<p>${FELL}</p>`, `1: the page has no headline${wayOut}`],
    ['it has two articles and is neither', `<title>News</title><article><h2>Wall falls</h2><p>${FELL}</p></article><article><h2>Rain</h2><p>${RUIZ}</p></article>`, `1: the page holds 2 articles; expected one${wayOut}`],
    [
      'it shows the beginning for readers without a subscription',
      `<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>${under(`<p>${FELL}</p>`)}`,
      `1: the page shows only the beginning of an article for subscribers; sign in first${wayOut}`,
    ],
    ['it has characters that nobody can read', under('<p>It fell on M\uFFFDnday.</p>'), `1: the page has characters that cannot be read (\uFFFD)${wayOut}`],
  ])('%s', (_case, html, expected) => {
    expect(read(html)).toEqual([expected]);
  });
});

it.each([
  ['elements', '<i></i>'.repeat(50_001)],
  ['text', 'wall '.repeat(400_001)],
  ['depth', '<div>'.repeat(100_000)],
])('a page with more %s than an article is refused at once', (_case, body) => {
  expect(read(under(body))).toEqual([expect.stringMatching(/^1: the page has more in it than an article could have; save /)]);
});

it('every block stands in the page as it is seen, and no text of the article is lost', () => {
  const word = fc.stringMatching(/^[A-Za-z\u00E9\u4F60]{1,8}$/);
  const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}!`);
  const piece = fc.record({ text, tag: fc.constantFrom('p', 'li', 'blockquote', 'h2', 'div', 'section', 'pre', 'dd'), closed: fc.boolean(), mark: fc.constantFrom('', 'em', 'a', 'span') });
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      const html = pieces.map((one) => {
        const inner = one.mark === '' ? one.text : `<${one.mark}>${one.text}</${one.mark}>`;
        return `<${one.tag}>\n ${inner.replaceAll(' ', '\n ')}${one.closed ? `</${one.tag}>` : '<hr>'}`;
      });
      const blocks = read(under(`<p>It begins!</p>${html.join('')}`)).map((line) => line.replace(/^[^:]+: /, ''));
      expect(blocks).toEqual(['Wall falls', 'It begins!', ...pieces.map((one) => one.text)]);
    }),
  );
});
