import { unknownGuild, unknownMember, unknownUser } from '../errors.ts';
import type { Guild, World } from '../state.ts';
import { channelJson, guildJson, memberJson, roleJson } from '../wire.ts';
import type { Rest, RestOptions } from './context.ts';

export function addGuildRoutes(api: Rest, { world }: RestOptions): void {
  api.get('/guilds/:guild', (c) => c.json(guildJson(findGuild(world, c.req.param('guild')))));
  api.get('/guilds/:guild/roles', (c) =>
    c.json([...findGuild(world, c.req.param('guild')).roles.values()].map(roleJson)),
  );
  api.get('/guilds/:guild/channels', (c) => {
    const guild = findGuild(world, c.req.param('guild'));
    const channels = [...world.channels.values()].filter(
      (channel) => channel.guild === guild && channel.thread === null,
    );
    return c.json(channels.map(channelJson));
  });
  api.get('/guilds/:guild/members/:user', (c) => {
    const guild = findGuild(world, c.req.param('guild'));
    const id = c.req.param('user') === '@me' ? world.bot.id : c.req.param('user');
    const member = guild.members.get(id);
    if (member === undefined) throw unknownMember();
    return c.json(memberJson(member));
  });
  api.get('/users/:user', (c) => {
    const user = world.users.get(c.req.param('user'));
    if (user === undefined) throw unknownUser();
    return c.json(user);
  });
}

function findGuild(world: World, id: string): Guild {
  const guild = world.guilds.get(id);
  if (guild === undefined) throw unknownGuild();
  return guild;
}
