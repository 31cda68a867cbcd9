import type { Command, CommandOption, Message, World } from './state.ts';
import { messageJson } from './wire.ts';

/** Option types. */
const SUB_COMMAND = 1;
const SUB_COMMAND_GROUP = 2;
const STRING = 3;
const INTEGER = 4;
const BOOLEAN = 5;
const NUMBER = 10;

/** What a person types into the options of a command, by name. */
export type OptionValues = Readonly<Record<string, string | number | boolean | undefined>>;

export const CHAT_INPUT = 1;
export const ON_MESSAGE = 3;

/**
 * The data of a slash command as Discord's client would send it.
 *
 * @param path what stands after the command's name: a subcommand and its group
 * @param focused the option that is being typed, for an autocomplete
 * @throws Error if Discord's client would not let a person send this
 */
export function commandData(
  command: Command,
  path: readonly string[],
  values: OptionValues,
  focused: string | null = null,
): object {
  const shared = { id: command.id, name: command.name, type: command.type };
  return { ...shared, options: nestedOptions(command.options, path, values, focused, `/${command.name}`) };
}

/** The data of a message command. The bot reads the whole message, whoever wrote it. */
export function messageCommandData(world: World, command: Command, target: Message): object {
  const messages = { [target.id]: messageJson(world, target, { readsContent: true }) };
  return { id: command.id, name: command.name, type: command.type, target_id: target.id, resolved: { messages } };
}

function nestedOptions(
  options: readonly CommandOption[],
  path: readonly string[],
  values: OptionValues,
  focused: string | null,
  where: string,
): object[] {
  const [name, ...rest] = path;
  if (name === undefined) return filledOptions(options, values, focused, where);
  const sub = options.find((option) => option.name === name);
  if (sub?.type !== SUB_COMMAND && sub?.type !== SUB_COMMAND_GROUP)
    throw new Error(`${where} has no subcommand ${name}`);
  const inner = nestedOptions(sub.options ?? [], rest, values, focused, `${where} ${name}`);
  return [{ type: sub.type, name, options: inner }];
}

function filledOptions(
  options: readonly CommandOption[],
  values: OptionValues,
  focused: string | null,
  where: string,
): object[] {
  const unknown = Object.keys(values).filter((name) => !options.some((option) => option.name === name));
  if (unknown.length > 0) throw new Error(`${where} has no option ${unknown.join(', ')}`);
  const missing = options.filter(({ name, required }) => required === true && values[name] === undefined);
  if (missing.length > 0 && focused === null)
    throw new Error(`${where} needs ${missing.map(({ name }) => name).join(', ')}`);
  return options.flatMap((option) => {
    const value = values[option.name];
    if (value === undefined) return [];
    const isFocused = option.name === focused;
    if (!isFocused) checkValue(option, value, where);
    return [{ type: option.type, name: option.name, value, ...(isFocused && { focused: true }) }];
  });
}

function checkValue(option: CommandOption, value: string | number | boolean, where: string): void {
  const expected = { [STRING]: 'string', [INTEGER]: 'number', [BOOLEAN]: 'boolean', [NUMBER]: 'number' }[option.type];
  const name = `${where} ${option.name}`;
  if (expected === undefined) throw new Error(`${name} is of a type the local Discord cannot fill in: ${option.type}`);
  if (typeof value !== expected) throw new Error(`${name} is ${JSON.stringify(value)}, expected a ${expected}`);
  const choices = option.choices ?? [];
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    throw new Error(
      `${name} is ${JSON.stringify(value)}, expected one of ${choices.map((choice) => choice.value).join(', ')}`,
    );
  }
  if (typeof value === 'string' && option.max_length !== undefined && value.length > option.max_length) {
    throw new Error(`${name} is ${value.length} characters long, at most ${option.max_length} are allowed`);
  }
}
