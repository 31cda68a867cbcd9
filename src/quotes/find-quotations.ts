import type { AnalysedArticle } from '../corpus/analysed-article.ts';
import { passageAt, type Passage, type Span } from '../corpus/passage.ts';
import { draftsOf } from './drafts.ts';
import { isHeadline } from './headline.ts';
import { readPeople, type Registry } from './people/registry.ts';
import { attributionOf, resolveSpeaker } from './people/resolve-speaker.ts';
import type { Spoken } from './people/spoken.ts';
import { markedSpans, usesSingleMarks, type MarkedSpan } from './quotation-marks.ts';
import type { Attribution, Quotation } from './quotation.ts';

/** What was read in an article for its quotations. */
export interface QuotedArticle {
  /** In reading order. */
  readonly quotations: readonly Quotation[];
  /** What stands between quotation marks, by block. */
  readonly marks: readonly (readonly MarkedSpan[])[];
  /** Who is named. */
  readonly registry: Registry;
}

/** The quotations of an article, in reading order; see `readQuotations`. */
export function findQuotations(analysed: AnalysedArticle): readonly Quotation[] {
  return readQuotations(analysed).quotations;
}

/**
 * Finds the quotations of an article, in reading order.
 *
 * A quotation ends at the first mark that closes it, or at the end of its
 * block: newspapers leave a quotation open when it runs on into the next, and
 * open it again there. Such a run is one quotation with a span in each block.
 */
export function readQuotations(analysed: AnalysedArticle): QuotedArticle {
  const { article, texts } = analysed;
  const single = usesSingleMarks(texts.map((text) => text.text));
  const marks = texts.map((text, block) => markedSpans(text.text, single || isHeadline(analysed, block)));
  const registry = readPeople(analysed, marks);
  const spoken: Spoken[] = [];
  const at = (span: Span | null): Passage | null => (span === null ? null : passageAt(article, span));
  const quotations = draftsOf(analysed, marks).flatMap((draft): Quotation[] => {
    const [first, ...rest] = draft.spans.map((span) => passageAt(article, span));
    if (first === undefined) return [];
    const mention = at(draft.mention);
    let attribution: Attribution = { kind: 'not-stated' };
    if (mention !== null) {
      const speaker = resolveSpeaker({ analysed, registry, spoken }, mention);
      spoken.push(speaker);
      attribution = attributionOf(speaker);
    }
    return [{ article: article.id, kind: draft.kind, spans: [first, ...rest], cue: at(draft.cue), attribution }];
  });
  return { quotations, marks, registry };
}
