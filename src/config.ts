import { z } from 'zod';

/** Settings the program can trust. */
export interface Config {
  /** The bot's token; null where there is none. */
  readonly token: string | null;
  /** Where Discord's REST interface is, without the version; null for Discord's own. */
  readonly apiUrl: string | null;
  readonly corpusFolder: string;
  /** Whether Discord is asked for the content of all messages. */
  readonly messageContent: boolean;
}

/** Tells everything that is wrong with the settings, in words for whoever wrote them. */
export class ConfigError extends Error {}

const blankIsAbsent = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;

const settings = z.object({
  DISCORD_TOKEN: z.preprocess(blankIsAbsent, z.string().trim().optional()),
  DISCORD_API_URL: z.preprocess(
    blankIsAbsent,
    z
      .string()
      .trim()
      .refine((url) => URL.canParse(url) && /^https?:/.test(url), {
        error: ({ input }) =>
          `is ${JSON.stringify(input)}, which is not a URL; expected one like http://127.0.0.1:4000/api`,
      })
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
  ),
  CORPUS_DIR: z.string().trim().min(1, 'is empty. Leave the line out to use "corpus"').default('corpus'),
  MESSAGE_CONTENT: z.preprocess(
    blankIsAbsent,
    z
      .enum(['true', 'false'], { error: ({ input }) => `is ${JSON.stringify(input)}; expected true or false` })
      .default('false'),
  ),
});

/**
 * Turns environment variables into settings the program can trust.
 *
 * @throws ConfigError that says everything that is wrong with them.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = settings.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
    throw new ConfigError(['Settings to correct in .env or the environment:', ...lines].join('\n'));
  }
  const { DISCORD_TOKEN, DISCORD_API_URL, CORPUS_DIR, MESSAGE_CONTENT } = parsed.data;
  return {
    token: DISCORD_TOKEN ?? null,
    apiUrl: DISCORD_API_URL ?? null,
    corpusFolder: CORPUS_DIR,
    messageContent: MESSAGE_CONTENT === 'true',
  };
}
