import type { AnsweringPassage, CheckedQuotation, QuotationMatch } from '../answers/answer.ts';
import { blockOf } from '../answers/block-of.ts';
import type { Library } from '../answers/library.ts';
import type { Article } from '../corpus/article.ts';
import type { Passage } from '../corpus/passage.ts';
import type { Attribution, Quotation } from '../quotes/quotation.ts';
import type { Response } from './respond.ts';

/** A response in the form of the machine interface, without the `id` of its request. */
export function toJson(library: Library, response: Response): object {
  switch (response.op) {
    case 'who-said': {
      const { answer } = response;
      switch (answer.kind) {
        case 'answered':
          return { status: answer.kind, answers: answer.matches.map(match), nearest: [] };
        case 'not-quoted':
          return { status: answer.kind, answers: [], nearest: answer.nearest.map(passage) };
        case 'no-match':
          return { status: answer.kind, answers: answer.near.map(match), nearest: answer.nearest.map(passage) };
      }
      break;
    }
    case 'ask': {
      const { answer } = response;
      const answers = answer.kind === 'answered' ? answer.answers : answer.nearest;
      return { status: answer.kind, reading: answer.reading, answers: answers.map(answering) };
    }
    case 'summary': {
      const { answer } = response;
      if (answer.kind === 'none') return { status: answer.kind, points: [], coverage: { paragraphs: 0, of: 0 } };
      const points = answer.points.map((point) => ({
        passage: passage(point.passage),
        speaker: speaker(point.attribution),
      }));
      return { status: answer.kind, points, coverage: answer.coverage };
    }
    case 'quotes': {
      const { answer } = response;
      return {
        status: answer.kind,
        quotes: answer.kind === 'none' ? [] : answer.quotations.map((one) => quotation(library, one)),
      };
    }
    case 'check': {
      const { answer } = response;
      return { status: answer.kind, checks: answer.kind === 'none' ? [] : answer.checks.map(checked) };
    }
    case 'show': {
      const { id, title, source, author, url, published } = response.article;
      const blocks = response.article.blocks.map(({ kind, label, text }) => ({ kind, label, text }));
      return { status: 'answered', article: { id, title, source, author, url, published }, blocks };
    }
    case 'articles':
      return { status: 'answered', articles: response.articles.map(listed) };
  }
}

/** Whether the articles held what was asked for, word for word where quotations are checked: decides the exit code. */
export function isAnswered(response: Response): boolean {
  if (response.op === 'show' || response.op === 'articles') return true;
  if (response.op !== 'check') return response.answer.kind === 'answered';
  return response.answer.kind === 'answered' && response.answer.checks.every(({ verdict }) => verdict === 'exact');
}

function listed({ id, title, source, published, blocks }: Article): object {
  return { id, title, source, published, paragraphs: blocks.filter((block) => block.kind === 'paragraph').length };
}

function passage({ article, block, label, start, end, text }: Passage): object {
  return { article, block, label, start, end, text };
}

function speaker(attribution: Attribution): object | null {
  if (attribution.kind === 'not-stated') return null;
  const { name, role } = attribution.speaker;
  return { name, role, mention: passage(attribution.mention), evidence: orNull(attribution.evidence) };
}

function match({ quotation, passage: block, match: kind, changes, score }: QuotationMatch): object {
  return {
    passage: passage(block),
    spans: quotation.spans.map(passage),
    kind: quotation.kind,
    match: kind,
    changes: changes.map(({ kind: change, text }) => ({ kind: change, text })),
    speaker: speaker(quotation.attribution),
    cue: orNull(quotation.cue),
    score,
  };
}

function checked({ quoted, claimed, verdict, matches, nearest }: CheckedQuotation): object {
  return { quoted, claimed, verdict, answers: matches.map(match), nearest: nearest.map(passage) };
}

function quotation(library: Library, { spans, kind, cue, attribution }: Quotation): object {
  return {
    passage: passage(blockOf(library, spans[0])),
    spans: spans.map(passage),
    kind,
    cue: orNull(cue),
    speaker: speaker(attribution),
  };
}

function answering(answer: AnsweringPassage): object {
  return {
    passage: passage(answer.passage),
    highlight: answer.highlight.map(passage),
    speaker: speaker(answer.attribution),
    score: answer.score,
  };
}

function orNull(maybe: Passage | null): object | null {
  return maybe === null ? null : passage(maybe);
}
