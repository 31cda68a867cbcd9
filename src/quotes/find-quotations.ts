import type { AnalysedArticle } from '../corpus/analysed-article.ts';
import { passageAt, type Passage, type Span } from '../corpus/passage.ts';
import { draftsOf, type Draft } from './drafts.ts';
import { readPeople } from './people.ts';
import type { Attribution, Quotation } from './quotation.ts';
import { resolveSpeaker, type SpokenBefore } from './resolve-speaker.ts';

/**
 * Finds the quotations of an article, in reading order.
 *
 * A quotation ends at the first mark that closes it, or at the end of its
 * block: newspapers leave a quotation open when it runs on into the next, and
 * open it again there. Such a run is one quotation with a span in each block.
 */
export function findQuotations(analysed: AnalysedArticle): readonly Quotation[] {
  const { article } = analysed;
  const people = readPeople(analysed);
  const before: SpokenBefore[] = [];
  const at = (span: Span | null): Passage | null => (span === null ? null : passageAt(article, span));
  return draftsOf(analysed).flatMap((draft: Draft): Quotation[] => {
    const [first, ...rest] = draft.spans.map((span) => passageAt(article, span));
    if (first === undefined) return [];
    const mention = at(draft.mention);
    const attribution: Attribution =
      mention === null ? { kind: 'not-stated' } : resolveSpeaker(analysed, people, mention, before);
    if (attribution.kind === 'stated')
      before.push({ attribution, block: attribution.mention.block, end: attribution.mention.end });
    return [{ article: article.id, kind: draft.kind, spans: [first, ...rest], cue: at(draft.cue), attribution }];
  });
}
