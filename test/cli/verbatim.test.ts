import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.ts';

const ARTICLE = '2022-02-07-macron-putin-talks';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the program on `corpus`, with streams in the place of the terminal. */
async function verbatim(args: readonly string[], { input = '', isTTY = false, env = {} } = {}): Promise<Ran> {
  const output = Object.assign(new PassThrough({ highWaterMark: 1 << 24 }), { isTTY });
  const errors = new PassThrough();
  const code = await runCommandLine(args, { env, input: Readable.from([input]), output, errors });
  return { code, out: textOf(output), err: textOf(errors) };
}

function textOf(stream: PassThrough): string {
  const chunk: unknown = stream.read();
  return Buffer.isBuffer(chunk) ? chunk.toString('utf8') : '';
}

describe('in a terminal, verbatim', () => {
  it('shows the quotation, its speaker and its place', async () => {
    const { code, out } = await verbatim(['who-said', 'nothing new on the topic']);
    expect(out).toContain('nothing new on the topic');
    expect(out).toContain('paragraph');
    expect(code).toBe(0);
  });

  it.each([
    ['on a terminal', { isTTY: true }, true],
    ['but not when NO_COLOR is set', { isTTY: true, env: { NO_COLOR: '1' } }, false],
    ['but not in a file', {}, false],
  ])('sets the words that match in bold %s', async (_case, terminal, bold) => {
    const { out } = await verbatim(['who-said', 'nothing new on the topic'], terminal);
    expect(out.includes('\u001B[1m')).toBe(bold);
  });

  it('says what --help can do, with examples', async () => {
    const { code, out } = await verbatim(['--help']);
    expect(out).toContain('npm run --silent verbatim -- who-said "pouring in"');
    expect(code).toBe(0);
  });

  it.each([
    ['names an article that is not there', ['show', 'no-such-thing'], 'there is no article "no-such-thing"'],
    [
      'names a folder that is not there',
      ['articles', '--corpus', 'nowhere'],
      'The corpus folder "nowhere" does not exist',
    ],
    ['has no question', ['ask'], "missing required argument 'question'"],
    ['has a blank question', ['ask', ' '], '"question" is empty'],
    ['asks for too much', ['ask', 'Why?', '--limit', '51'], '"limit"'],
    ['asks for half of one', ['ask', 'Why?', '--limit', '0.5'], 'Expected a whole number.'],
    ['has a command that is not there', ['aks', 'Why?'], "unknown command 'aks'"],
  ])('exits 2 and says why on standard error when somebody %s', async (_case, args, words) => {
    const { code, out, err } = await verbatim(args);
    expect(err).toContain(words);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  it('exits 2 with --strict when one file of the corpus is wrong', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'verbatim-strict-'));
    await writeFile(path.join(folder, 'a.txt'), 'Wall falls\nIt fell.');
    await writeFile(path.join(folder, 'b.txt'), '');
    const strict = await verbatim(['articles', '--strict', '--corpus', folder]);
    expect(strict).toMatchObject({
      code: 2,
      err: `${path.join(folder, 'b.txt')}:1: the file is empty; expected an article\n`,
    });
    expect(await verbatim(['articles', '--corpus', folder])).toMatchObject({ code: 0 });
    await rm(folder, { recursive: true });
  });

  it('exits 1 when nothing is found', async () => {
    expect(await verbatim(['who-said', 'xylophone quagmire'])).toMatchObject({ code: 1 });
  });
});

describe('batch', () => {
  const answersTo = async (lines: readonly string[]): Promise<unknown[]> => {
    const { code, out } = await verbatim(['batch', '--corpus', 'corpus'], { input: lines.join('\n') });
    expect(code).toBe(0);
    return out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  };

  it('answers one line each, in order, and goes on after a line that is wrong', async () => {
    const answers = await answersTo([
      '{"id":"1","op":"articles"}',
      'not json',
      '{"id":2,"op":"dance"}',
      '{"id":"3","op":"show","article":"no-such-thing"}',
      '{"op":"who-said"}',
      '',
      '{"id":"4","op":"who-said","text":"pouring in","speaker":null,"limit":null,"unknown":true}',
    ]);
    expect(answers).toMatchObject([
      { id: '1', status: 'answered', articles: [{ id: ARTICLE, published: '2022-02-07' }] },
      { id: null, status: 'error', error: 'the line is not JSON; expected one request a line' },
      { id: 2, status: 'error' },
      { id: '3', status: 'error' },
      { id: null, status: 'error' },
      { id: '4', status: 'answered' },
    ]);
  });

  it('gives passages that are the slices that they say they are', async () => {
    const answers = await answersTo([
      `{"id":"show","op":"show","article":"${ARTICLE}"}`,
      '{"id":"1","op":"who-said","text":"pouring in"}',
      '{"id":"2","op":"ask","question":"How many helmets did Germany offer?"}',
      '{"id":"3","op":"summary"}',
      '{"id":"4","op":"quotes"}',
    ]);
    const [shown, ...rest] = answers;
    const blocks = blocksOf(shown);
    const passages = rest.flatMap(passagesIn);
    expect(passages.length).toBeGreaterThan(20);
    for (const { block, start, end, text } of passages) expect(blocks[block]?.text.slice(start, end)).toBe(text);
  });

  it('exits 2 when the corpus cannot be used', async () => {
    expect(await verbatim(['batch', '--corpus', 'nowhere'], { input: '{"id":"1","op":"articles"}' })).toMatchObject({
      code: 2,
      out: '',
    });
  });
});

interface FoundPassage {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function isPassage(value: object): value is FoundPassage {
  return 'block' in value && 'start' in value && 'text' in value;
}

function passagesIn(value: unknown): FoundPassage[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(isPassage(value) ? [value] : []), ...Object.values(value).flatMap(passagesIn)];
}

function blocksOf(answer: unknown): readonly { readonly text: string }[] {
  if (typeof answer !== 'object' || answer === null || !('blocks' in answer) || !Array.isArray(answer.blocks))
    return [];
  return answer.blocks.filter(
    (block: unknown): block is { text: string } => typeof block === 'object' && block !== null && 'text' in block,
  );
}
