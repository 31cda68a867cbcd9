import { commandsBody } from '../bodies.ts';
import { unknownRoute } from '../errors.ts';
import { stateChange, type Command } from '../state.ts';
import { commandJson } from '../wire.ts';
import { read, type Rest, type RestOptions } from './context.ts';

/** The bot itself, its gateway and its commands. */
export function addApplicationRoutes(api: Rest, { world, gatewayUrl }: RestOptions): void {
  const me = () => ({ ...world.bot, public_flags: 0, flags: 0, verified: true, mfa_enabled: false, locale: 'en-US' });
  const application = () => ({
    id: world.bot.id,
    name: world.bot.username,
    icon: null,
    description: '',
    summary: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: world.applicationFlags,
    team: null,
    bot: world.bot,
    owner: [...world.users.values()].find(({ bot }) => !bot),
  });

  api.get('/gateway', (c) => c.json({ url: gatewayUrl() }));
  api.get('/gateway/bot', (c) =>
    c.json({
      url: gatewayUrl(),
      shards: 1,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 },
    }),
  );
  api.get('/users/@me', (c) => c.json(me()));
  api.get('/applications/@me', (c) => c.json(application()));
  api.get('/oauth2/applications/@me', (c) => c.json(application()));

  api.use('/applications/:application/commands', async (c, next) => {
    if (c.req.param('application') !== world.bot.id) throw unknownRoute();
    await next();
  });
  api.get('/applications/:application/commands', (c) => c.json(world.commands.map(commandJson)));
  api.put('/applications/:application/commands', (c) => {
    const known = new Map(world.commands.map((command) => [`${command.type} ${command.name}`, command.id]));
    world.commands = read(c, commandsBody).map((body): Command => {
      const id = known.get(`${body.type} ${body.name}`) ?? world.newId();
      const shared = {
        contexts: body.contexts ?? null,
        default_member_permissions: body.default_member_permissions ?? null,
      };
      return {
        id,
        type: body.type,
        name: body.name,
        options: body.options,
        ...shared,
        registered: {
          ...withoutDefaults(body),
          ...shared,
          id,
          application_id: world.bot.id,
          version: world.newId(),
          integration_types: body['integration_types'] ?? [0],
          nsfw: body['nsfw'] ?? false,
          ...(body.options.length > 0 && { options: body.options.map(withoutDefaults) }),
        },
      };
    });
    world.tell(stateChange('COMMANDS_REGISTERED'));
    return c.json(world.commands.map(commandJson));
  });
}

/** Discord leaves out what is false or empty, and localizations unless they are asked for. */
function withoutDefaults(part: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(part).filter(
      ([key, value]) =>
        value !== undefined &&
        !key.endsWith('_localizations') &&
        !(value === false && (key === 'required' || key === 'autocomplete')) &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}
