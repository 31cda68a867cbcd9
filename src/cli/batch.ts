import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import type { Library } from '../answers/library.ts';
import { parseRequest, RequestError } from './request.ts';
import { respond } from './respond.ts';
import { toJson } from './to-json.ts';

const identified = z.object({ id: z.union([z.string(), z.number()]) });

/** Answers requests from `input`, one JSON object a line, with one line each on `output`, in order, until it ends. */
export async function batch(library: Library, input: Readable, output: Writable): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    if (!output.write(`${JSON.stringify(answerLine(library, line))}\n`)) await once(output, 'drain');
  }
}

function answerLine(library: Library, line: string): object {
  let id: string | number | null = null;
  try {
    const value: unknown = JSON.parse(line);
    id = identified.safeParse(value).data?.id ?? null;
    return { id, ...toJson(library, respond(library, parseRequest(value))) };
  } catch (error) {
    if (error instanceof RequestError) return { id, status: 'error', error: error.message };
    if (error instanceof SyntaxError)
      return { id, status: 'error', error: 'the line is not JSON; expected one request a line' };
    throw error;
  }
}
