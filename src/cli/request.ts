import { z } from 'zod';

/** A request of the machine interface: one line of `batch`, or what a subcommand's options say. */
export type Request = z.infer<typeof request>;

/** Most answers to one request. */
const MOST_ANSWERS = 50;

/** Longest text in UTF-16 code units that a question, a quotation or a name may have. */
const LONGEST_TEXT = 4_000;

/** Longest draft whose quotations are checked, in UTF-16 code units. */
const LONGEST_DRAFT = 200_000;

/** Most earlier questions that a follow-up may bring along. */
const MOST_TURNS = 200;

const text = z.string().max(LONGEST_TEXT);
const someText = text.refine((words) => words.trim() !== '', 'is empty');
const maybe = text.nullish().transform((words) => (words == null || words.trim() === '' ? null : words));
const upTo = (usual: number) =>
  z
    .int()
    .min(1)
    .max(MOST_ANSWERS)
    .nullish()
    .transform((count) => count ?? usual);

const place = z.object({ article: z.string(), block: z.int().min(0) });
const turn = z.object({
  question: text,
  shown: z
    .array(place)
    .nullish()
    .transform((places) => places ?? []),
});

const request = z.discriminatedUnion('op', [
  z.object({ op: z.literal('who-said'), text: someText, speaker: maybe, article: maybe, limit: upTo(5) }),
  z.object({
    op: z.literal('ask'),
    question: someText,
    article: maybe,
    limit: upTo(10),
    history: z
      .array(turn)
      .max(MOST_TURNS)
      .nullish()
      .transform((turns) => turns ?? []),
  }),
  z.object({
    op: z.literal('summary'),
    article: maybe,
    focus: maybe,
    length: z
      .enum(['short', 'medium', 'long'])
      .nullish()
      .transform((length) => length ?? 'medium'),
  }),
  z.object({ op: z.literal('quotes'), article: maybe, speaker: maybe, topic: maybe }),
  z.object({ op: z.literal('check'), text: z.string().max(LONGEST_DRAFT), article: maybe }),
  z.object({ op: z.literal('show'), article: someText }),
  z.object({ op: z.literal('articles') }),
]);

/** Why a request cannot be answered, in words for whoever sent it. */
export class RequestError extends Error {}

/**
 * Reads one request; keys that are not its own are passed over.
 *
 * @throws RequestError that names everything that is wrong with it.
 */
export function parseRequest(value: unknown): Request {
  const parsed = request.safeParse(value);
  if (parsed.success) return parsed.data;
  const said = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `"${path.join('.')}" ${message}`,
  );
  throw new RequestError(`not a valid request: ${said.join('; ')}`);
}
