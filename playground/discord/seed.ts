import { bits, type PermissionName } from './permissions.ts';
import { World, type Channel, type Guild, type Role, type User } from './state.ts';

/** What everybody may do in the server. */
const EVERYONE: readonly PermissionName[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'ReadMessageHistory',
  'EmbedLinks',
  'UseApplicationCommands',
];

const MODERATORS: readonly PermissionName[] = ['PinMessages', 'ManageMessages', 'ManageThreads', 'ManageGuild'];

/** What the bot is invited with, beside what everybody may do. */
const BOT: readonly PermissionName[] = ['PinMessages'];

export interface SeedOptions {
  readonly botName?: string;
  /** What the bot's role adds to everybody's permissions. */
  readonly botPermissions?: readonly PermissionName[];
}

/** What the local Discord starts with. */
export interface Seed {
  readonly world: World;
  readonly guild: Guild;
  readonly general: Channel;
  readonly reader: User;
  readonly moderator: User;
}

/** One server with two people, the bot and two channels. */
export function seed(options: SeedOptions): Seed {
  const world = new World(options.botName ?? 'Verbatim');
  const owner = world.addUser('owner');
  const moderator = world.addUser('moderator');
  const reader = world.addUser('reader');
  const id = world.newId();
  const everyone: Role = { id, name: '@everyone', position: 0, permissions: bits(EVERYONE) };
  const moderators: Role = { id: world.newId(), name: 'Moderators', position: 2, permissions: bits(MODERATORS) };
  const ofBot: Role = {
    id: world.newId(),
    name: world.bot.username,
    position: 1,
    permissions: bits(options.botPermissions ?? BOT),
  };
  const readers: Role = { id: world.newId(), name: 'Readers', position: 1, permissions: 0n };
  const roles = [everyone, moderators, ofBot, readers];
  const joinedAt = new Date().toISOString();
  const members = [
    { user: owner, joinedAt, roles: new Set<string>() },
    { user: moderator, joinedAt, roles: new Set([moderators.id]) },
    { user: reader, joinedAt, roles: new Set([readers.id]) },
    { user: world.bot, joinedAt, roles: new Set([ofBot.id]) },
  ];
  const guild: Guild = {
    id,
    name: 'Reading room',
    ownerId: owner.id,
    roles: new Map(roles.map((role) => [role.id, role])),
    members: new Map(members.map((member) => [member.user.id, member])),
  };
  world.guilds.set(id, guild);
  const general = world.addChannel({ type: 0, guild, name: 'general' });
  world.addChannel({ type: 0, guild, name: 'articles' });
  return { world, guild, general, reader, moderator };
}
