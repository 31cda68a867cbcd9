import { callbackBody, messageBody } from '../bodies.ts';
import { unknownWebhook } from '../errors.ts';
import { messageJson } from '../wire.ts';
import { nothing, read, type Rest, type RestOptions } from './context.ts';

/** Answers to interactions: the first one, its edits, and what follows. */
export function addInteractionRoutes(api: Rest, { world, interactions, viewer }: RestOptions): void {
  api.post('/interactions/:interaction/:token/callback', (c) => {
    const body = read(c, callbackBody);
    const message = interactions.answer(c.req.param('interaction'), c.req.param('token'), body);
    if (c.req.query('with_response') !== 'true') return nothing();
    const { id, type } = interactions.byToken(c.req.param('token'));
    return c.json({
      interaction: {
        id,
        type,
        response_message_id: message?.id,
        response_message_loading: body.type === 5,
        response_message_ephemeral: message !== null && message.visible_to !== null,
      },
      ...(message !== null && { resource: { type: body.type, message: messageJson(world, message, viewer) } }),
    });
  });

  api.use('/webhooks/:application/*', async (c, next) => {
    if (c.req.param('application') !== world.bot.id) throw unknownWebhook();
    await next();
  });
  api.post('/webhooks/:application/:token', (c) => {
    const message = interactions.followUp(interactions.byToken(c.req.param('token')), read(c, messageBody));
    return c.json(messageJson(world, message, viewer));
  });

  api.get('/webhooks/:application/:token/messages/:message', (c) => {
    const message = interactions.find(interactions.byToken(c.req.param('token')), c.req.param('message'));
    return c.json(messageJson(world, message, viewer));
  });

  api.patch('/webhooks/:application/:token/messages/:message', (c) => {
    const interaction = interactions.byToken(c.req.param('token'));
    const message = interactions.edit(interaction, c.req.param('message'), read(c, messageBody));
    return c.json(messageJson(world, message, viewer));
  });

  api.delete('/webhooks/:application/:token/messages/:message', (c) => {
    interactions.delete(interactions.byToken(c.req.param('token')), c.req.param('message'));
    return nothing();
  });
}
