import type {
  AnsweringPassage,
  Change,
  CheckedQuotation,
  QuotationMatch,
  SummaryPoint,
  Verdict,
} from '../answers/answer.ts';
import { blockOf } from '../answers/block-of.ts';
import type { Library } from '../answers/library.ts';
import { isNamed } from '../answers/named-speaker.ts';
import type { Passage } from '../corpus/passage.ts';
import type { Attribution, Quotation } from '../quotes/quotation.ts';
import type { Response } from './respond.ts';

/** How words are set off on a terminal; without colour they stay as they are. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** A response for people to read in a terminal. Ends without a line break. */
export function renderText(library: Library, response: Response, style: Style): string {
  const page = new TextPage(library, style);
  switch (response.op) {
    case 'who-said': {
      const { answer } = response;
      switch (answer.kind) {
        case 'answered':
          return answer.matches.map((match) => page.match(match)).join('\n\n');
        case 'not-quoted':
          return [
            'The article says this in its own voice, not as a quotation:',
            ...answer.nearest.map((one) => page.passage(one, [one])),
          ].join('\n\n');
        case 'no-match': {
          const near = [
            ...answer.near.map((match) => page.match(match)),
            ...answer.nearest.map((one) => page.passage(one, [])),
          ];
          return near.length === 0
            ? 'Nobody is quoted saying that, and nothing in the articles comes close. Try fewer words, or other ones.'
            : ['Nobody is quoted saying that. Nearest:', ...near].join('\n\n');
        }
      }
      break;
    }
    case 'ask': {
      const { answer } = response;
      if (answer.kind === 'answered') return answer.answers.map((one) => page.answering(one)).join('\n\n');
      return answer.nearest.length === 0
        ? 'The articles do not say.'
        : ['The articles do not say. The nearest they come:', ...answer.nearest.map((one) => page.answering(one))].join(
            '\n\n',
          );
    }
    case 'summary': {
      const { answer } = response;
      if (answer.kind === 'none') return 'There is nothing to summarise. Try another focus.';
      const { paragraphs, of } = answer.coverage;
      return [...answer.points.map((point) => page.point(point)), style.dim(`${paragraphs} of ${of} paragraphs`)].join(
        '\n\n',
      );
    }
    case 'quotes': {
      const { answer } = response;
      return answer.kind === 'none'
        ? 'Nobody is quoted like that.'
        : answer.quotations.map((one) => page.quotation(one)).join('\n\n');
    }
    case 'check': {
      const { answer, text } = response;
      return answer.kind === 'none'
        ? 'There is nothing to check.'
        : answer.checks.map((one) => page.check(one, text)).join('\n');
    }
    case 'show':
      return response.article.blocks
        .map(({ label, text }) => `${style.dim(printable(label))}\n${printable(text)}`)
        .join('\n\n');
    case 'articles':
      return response.articles
        .map(({ id, title, source, published }) =>
          [
            style.bold(printable(id)),
            printable(title),
            style.dim(
              [source, published]
                .flatMap((fact) => fact ?? [])
                .map(printable)
                .join(' · '),
            ),
          ]
            .filter((line) => line !== '')
            .join('\n'),
        )
        .join('\n\n');
  }
}

/** Puts passages with their marks, speakers and places. */
class TextPage {
  readonly #library: Library;
  readonly #style: Style;

  constructor(library: Library, style: Style) {
    this.#library = library;
    this.#style = style;
  }

  match({ quotation, passage, match, changes, matched, elsewhere }: QuotationMatch): string {
    const asked = this.#changes(changes);
    return [
      ...(match === 'altered' ? ['Not quite. The article has it like this:'] : []),
      speakerLine(quotation.attribution, this.#style),
      this.#marked(passage, matched.length > 0 ? matched : quotation.spans),
      ...(match === 'altered' && asked !== '' ? [`You asked for: ${asked}`] : []),
      this.#place(passage, elsewhere.length),
    ].join('\n');
  }

  answering({ passage, highlight, attribution }: AnsweringPassage): string {
    const said = attribution.kind === 'stated' ? [speakerLine(attribution, this.#style)] : [];
    return [...said, this.#marked(passage, highlight), this.#place(passage)].join('\n');
  }

  point({ passage, attribution }: SummaryPoint): string {
    const said = attribution.kind === 'stated' ? [speakerLine(attribution, this.#style)] : [];
    return [...said, this.#marked(passage, []), this.#place(passage)].join('\n');
  }

  quotation({ spans, attribution, kind }: Quotation): string {
    const block = blockOf(this.#library, spans[0]);
    const how = this.#style.dim(kind === 'indirect' ? ' (reported, not word for word)' : '');
    return [`${speakerLine(attribution, this.#style)}${how}`, this.#marked(block, spans), this.#place(block)].join(
      '\n',
    );
  }

  /** One line: where it stands in the draft, the verdict, the words, and what the article has. */
  check({ quoted, claimed, start, verdict, matches, nearest }: CheckedQuotation, text: string): string {
    const line = text.slice(0, start).split('\n').length;
    const said = claimed === null ? '' : ` (${printable(claimed)})`;
    const words = printable(quoted.replace(/\s+/g, ' '));
    const places = verdict === 'stitched' ? matches : matches.slice(0, 1);
    const found = places.map((match) => this.#evidence(match, verdict));
    const told =
      verdict === 'narration'
        ? nearest.slice(0, 1).map((place) => `${printable(place.label)} of ${printable(place.article)}`)
        : [];
    const why = verdict === 'absent' ? '' : [...found, ...told].map((one) => ` · ${one}`).join('');
    return `${line}: ${this.#style.bold(verdict)} "${words}"${said}${this.#style.dim(why)}`;
  }

  #evidence({ quotation, changes, passage }: QuotationMatch, verdict: Verdict): string {
    const who =
      quotation.attribution.kind === 'stated' ? printable(quotation.attribution.speaker.name) : 'speaker not stated';
    const differs = verdict === 'exact' || changes.length === 0 ? '' : `${this.#changes(changes)} · `;
    return `${differs}${who}, ${printable(passage.label)} of ${printable(passage.article)}`;
  }

  #changes(changes: readonly Change[]): string {
    return changes
      .map(({ kind, text }) =>
        kind === 'same'
          ? printable(text)
          : kind === 'removed'
            ? `[-${printable(text)}-]`
            : `{+${this.#style.bold(printable(text))}+}`,
      )
      .join(' ');
  }

  passage(passage: Passage, marks: readonly Passage[]): string {
    const block = blockOf(this.#library, passage);
    return [this.#marked(block, marks), this.#place(block)].join('\n');
  }

  #marked(passage: Passage, marks: readonly Passage[]): string {
    let text = '';
    let from = passage.start;
    const cut = (end: number): string => printable(passage.text.slice(from - passage.start, end - passage.start));
    for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
      if (mark.block !== passage.block || mark.start < from || mark.end > passage.end) continue;
      text += cut(mark.start);
      from = mark.start;
      text += this.#style.bold(cut(mark.end));
      from = mark.end;
    }
    return indented(text + cut(passage.end));
  }

  #place(passage: Passage, elsewhere = 0): string {
    const article = this.#library.entries.get(passage.article)?.article;
    const more =
      elsewhere === 0 ? [] : [elsewhere === 1 ? 'and in one other place' : `and in ${elsewhere} other places`];
    const facts = [passage.label, article?.title, article?.source, article?.url, ...more].flatMap((fact) => fact ?? []);
    return this.#style.dim(`  ${facts.map(printable).join(' · ')}`);
  }
}

function speakerLine(attribution: Attribution, style: Style): string {
  if (attribution.kind === 'not-stated' || !isNamed(attribution.speaker)) return 'Speaker not stated';
  const { name, role } = attribution.speaker;
  return `${style.bold(printable(name))}${role === null ? '' : `, ${printable(role)}`}`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}

/** Shows control characters instead of sending them: a corpus file must not steer somebody's terminal. */
function printable(text: string): string {
  // U+2400 CONTROL PICTURES has a visible sign for each of U+0000 to U+001F; tab and line feed stay.

  return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, (char) =>
    char === '\r' ? '' : String.fromCodePoint(0x2400 + (char.charCodeAt(0) < 0x20 ? char.charCodeAt(0) : 0x21)),
  );
}
