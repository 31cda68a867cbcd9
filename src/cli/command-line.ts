import { readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { EarlierTurn } from '../answers/answer.ts';
import { buildLibrary, type Library } from '../answers/library.ts';
import { CorpusError, loadCorpus } from '../corpus/load-corpus.ts';
import { batch } from './batch.ts';
import { renderText, type Style } from './render-text.ts';
import { parseRequest, RequestError } from './request.ts';
import { respond } from './respond.ts';
import { isAnswered, toJson } from './to-json.ts';

const EXAMPLES = `
Examples:
  npm run --silent verbatim -- who-said "pouring in"
  npm run --silent verbatim -- ask "How many helmets did Germany offer?"
  npm run --silent verbatim -- ask "And who derided the offer?" --after "How many helmets did Germany offer?"
  npm run --silent verbatim -- summary --length short --focus Ukraine
  npm run --silent verbatim -- quotes --speaker "Dmitry Peskov"
  npm run --silent verbatim -- check 'Putin: "statements were pouring in"'
  npm run --silent verbatim -- show 2022-02-07-macron-putin-talks --json
  npm run --silent verbatim -- batch --corpus corpus < requests.ndjson > answers.ndjson

Exit codes: 0 answered (check: all exact), 1 nothing found (check: not all exact), 2 wrong use or bad input.`;

const STYLED: Style = { bold: (text) => `\u001B[1m${text}\u001B[22m`, dim: (text) => `\u001B[2m${text}\u001B[22m` };
const PLAIN: Style = { bold: (text) => text, dim: (text) => text };

interface Options {
  readonly corpus?: readonly string[];
  readonly json?: true;
  readonly strict?: true;
  readonly [option: string]: unknown;
}

/** Where the program reads and writes. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly input: Readable;
  readonly output: Writable & { readonly isTTY?: boolean };
  readonly errors: Writable;
}

/**
 * Runs the program.
 *
 * @param args what stands behind the program's name.
 * @returns its exit code: 0 answered, 1 nothing found, 2 wrong use or bad input.
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = 0;
  const program = commandLine(terminal, async (options, request) => {
    exitCode = await answer(terminal, options, request);
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof CorpusError || error instanceof RequestError)) throw error;
    terminal.errors.write(`${error.message}\n`);
    return 2;
  }
}

type Act = (options: Options, request: (library: Library) => object | null) => Promise<void>;

function commandLine(terminal: Terminal, act: Act): Command {
  const program = new Command('verbatim')
    .description("Answers questions about news articles, only in the articles' own words.")
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.output.write(text),
      writeErr: (text) => terminal.errors.write(text),
    })
    .showHelpAfterError('Try "verbatim --help".');
  const add = (usage: string, description: string): Command =>
    program
      .command(usage)
      .description(description)
      .option('--corpus <folder>', 'folder of articles, instead of the default; may be given more than once', collected)
      .option('--json', 'answer as JSON, as "batch" does')
      .exitOverride();
  const limit = (): Option => new Option('--limit <number>', 'most answers, 1 to 50').argParser(wholeNumber);

  add('who-said <text>', 'find who is quoted with these words')
    .option('--speaker <name>', 'only what this person or body says')
    .option('--article <id>', 'only in this article')
    .addOption(limit())
    .action((text: string, options: Options) => act(options, () => ({ ...options, op: 'who-said', text })));
  add('ask <question>', 'find the passages that answer a question')
    .option('--article <id>', 'only in this article')
    .option('--after <question>', 'a question asked before this one; may be given more than once', collected)
    .addOption(limit())
    .action((question: string, options: Options & { after?: readonly string[] }) =>
      act(options, (library) => ({
        ...options,
        op: 'ask',
        question,
        history: conversation(library, options.after ?? []),
      })),
    );
  add('summary [article]', 'show the sentences that tell what an article says')
    .option('--focus <topic>', 'a topic or a person that it shall be about')
    .addOption(new Option('--length <length>', 'how much').choices(['short', 'medium', 'long']))
    .action((article: string | undefined, options: Options) =>
      act(options, () => ({ ...options, op: 'summary', article })),
    );
  add('quotes [article]', 'list what people are quoted as saying')
    .option('--speaker <name>', 'only what this person or body says')
    .option('--topic <topic>', 'only what is about this')
    .action((article: string | undefined, options: Options) =>
      act(options, () => ({ ...options, op: 'quotes', article })),
    );
  add('check [text]', 'hold the quotations in a text of yours against the articles')
    .option('--file <file>', 'read the text from a file')
    .option('--article <id>', 'only against this article')
    .action((text: string | undefined, options: Options & { file?: string }) =>
      act(options, () => ({ ...options, op: 'check', text: draft(text, options.file) })),
    );
  add('articles', 'list the articles')
    .option('--strict', 'exit 2 when a file of the corpus is not right')
    .action((options: Options) => act(options, () => ({ op: 'articles' })));
  add('show <article>', 'show an article, block by block').action((article: string, options: Options) =>
    act(options, () => ({ op: 'show', article })),
  );
  add('batch', 'answer requests from standard input, one JSON object a line').action((options: Options) =>
    act(options, () => null),
  );
  return program;
}

async function answer(
  terminal: Terminal,
  options: Options,
  request: (library: Library) => object | null,
): Promise<number> {
  const folders = options.corpus ?? [terminal.env['CORPUS_DIR']?.trim() || 'corpus'];
  const library = await load(terminal, folders, options.strict === true);
  const value = request(library);
  if (value === null) {
    await batch(library, terminal.input, terminal.output);
    return 0;
  }
  const response = respond(library, parseRequest(value));
  const styled = terminal.output.isTTY === true && (terminal.env['NO_COLOR'] ?? '') === '';
  const text = options.json
    ? JSON.stringify(toJson(library, response))
    : renderText(library, response, styled ? STYLED : PLAIN);
  terminal.output.write(`${text}\n`);
  return isAnswered(response) ? 0 : 1;
}

async function load(terminal: Terminal, folders: readonly string[], strict: boolean): Promise<Library> {
  const { articles, problems, notes } = await loadCorpus(folders);
  if (strict && problems.length > 0) throw new CorpusError(problems.join('\n'));
  for (const line of [...problems, ...notes]) terminal.errors.write(`${line}\n`);
  return buildLibrary(articles);
}

/** Answers each earlier question in turn, so that the next one knows what was shown. */
function conversation(library: Library, questions: readonly string[]): readonly EarlierTurn[] {
  return questions.reduce<readonly EarlierTurn[]>((history, question) => {
    const response = respond(library, parseRequest({ op: 'ask', question, history }));
    const shown =
      response.op === 'ask' && response.answer.kind === 'answered' ? [response.answer.answers[0].passage] : [];
    return [...history, { question, shown: shown.map(({ article, block }) => ({ article, block })) }];
  }, []);
}

/** The text to check: as typed, or from a file. */
function draft(text: string | undefined, file: string | undefined): string {
  if ((text === undefined) === (file === undefined))
    throw new RequestError('expected a text to check, or --file with one');
  if (file === undefined) return text ?? '';
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new RequestError(`the file "${file}" cannot be read`);
  }
}

function collected(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(value);
}
