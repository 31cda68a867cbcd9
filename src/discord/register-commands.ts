import { isDeepStrictEqual } from 'node:util';
import {
  ApplicationIntegrationType,
  InteractionContextType,
  Routes,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command } from './command.ts';

/**
 * Tells Discord which commands there are, if it does not know them so already: Discord allows 200 new ones a day.
 *
 * @returns whether anything was sent.
 */
export async function registerCommands(
  rest: REST,
  application: string,
  commands: readonly Command[],
): Promise<boolean> {
  const wanted = commands.map(listed);
  const route = Routes.applicationCommands(application);
  const present = await rest.get(route);
  if (Array.isArray(present) && isDeepStrictEqual(present.map(essence).sort(byName), wanted.map(essence).sort(byName)))
    return false;
  await rest.put(route, { body: wanted });
  return true;
}

/** As Discord lists it: usable in servers and in direct messages. */
function listed(command: Command): RESTPostAPIApplicationCommandsJSONBody {
  return {
    ...command.data.toJSON(),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  };
}

/** What makes a command another one, without what Discord adds and without what is left at its default. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(essence);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, content]) =>
      SENT.has(key) && content != null && content !== false && !(Array.isArray(content) && content.length === 0),
  );
  return Object.fromEntries(kept.map(([key, content]): [string, unknown] => [key, essence(content)]).sort());
}

const SENT = new Set([
  ...[
    'type',
    'name',
    'description',
    'options',
    'required',
    'choices',
    'value',
    'autocomplete',
    'min_length',
    'max_length',
  ],
  ...['contexts', 'integration_types', 'default_member_permissions'],
]);

function byName(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
