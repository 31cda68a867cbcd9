import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from './command.ts';

/** Tells which command file is not right, in words for whoever wrote it. */
export class CommandError extends Error {}

/**
 * Loads every command in `folder`, by its name.
 *
 * @throws CommandError that names every file that is not a command.
 */
export async function loadCommands(folder: string): Promise<ReadonlyMap<string, Command>> {
  const files = (await readdir(folder)).filter((file) => /\.[jt]s$/.test(file)).sort();
  const loaded = await Promise.all(
    files.map(async (file) => {
      const module: unknown = await import(pathToFileURL(path.join(folder, file)).href);
      return { file, command: defaultExport(module) };
    }),
  );
  const wrong = loaded.filter(({ command }) => !isCommand(command)).map(({ file }) => file);
  if (wrong.length > 0) {
    const lines = wrong.map(
      (file) => `commands/${file} has no command as its default export. Copy the shape of commands/who-said.ts.`,
    );
    throw new CommandError(lines.join('\n'));
  }
  return new Map(loaded.flatMap(({ command }) => (isCommand(command) ? [[command.data.name, command]] : [])));
}

function defaultExport(module: unknown): unknown {
  return typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined;
}

function isCommand(value: unknown): value is Command {
  return (
    typeof value === 'object' &&
    value !== null &&
    (('answer' in value && typeof value.answer === 'function') ||
      ('answerOn' in value && typeof value.answerOn === 'function')) &&
    'data' in value &&
    typeof value.data === 'object' &&
    value.data !== null &&
    'toJSON' in value.data
  );
}
