import { z } from 'zod';
import type { Choice } from '../discord/bodies.ts';
import type { Channel, LocalDiscord, Message, OpenModal, User } from '../discord/local-discord.ts';

const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** What the page tells that a person does. */
const action = z.intersection(
  z.object({ as: z.string(), channel: z.string() }),
  z.discriminatedUnion('do', [
    z.object({ do: z.literal('use'), name: z.string(), values }),
    z.object({ do: z.literal('complete'), name: z.string(), option: z.string(), value: z.string(), values }),
    z.object({ do: z.literal('use-on'), name: z.string(), message: z.string() }),
    z.object({ do: z.literal('press'), message: z.string(), button: z.string() }),
    z.object({ do: z.literal('choose'), message: z.string(), select: z.string(), values: z.array(z.string()) }),
    z.object({
      do: z.literal('submit'),
      form: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    }),
    z.object({ do: z.literal('send'), text: z.string().min(1), replyTo: z.string().nullable() }),
    z.object({ do: z.literal('restart') }),
  ]),
);

/** What the person sees next beside the channel. */
export type Result =
  | { readonly kind: 'done' }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  | { readonly kind: 'form'; readonly form: string; readonly modal: Pick<OpenModal, 'title' | 'components'> };

/** Does in the local Discord what people do on the page. */
export class Actions {
  /** Which command each answer came from, by the answer's id. */
  readonly used = new Map<string, string>();
  readonly #discord: LocalDiscord;
  readonly #restartBot: () => Promise<void>;
  /** Forms that stand in front of people, by the id of the interaction that opened them. */
  readonly #forms = new Map<string, OpenModal>();

  constructor(discord: LocalDiscord, restartBot: () => Promise<void>) {
    this.#discord = discord;
    this.#restartBot = restartBot;
  }

  /** @throws Error that says why it cannot be done */
  async take(body: unknown): Promise<Result> {
    const parsed = action.safeParse(body);
    if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
    const { data } = parsed;
    const discord = this.#discord;
    const channel = discord.world.channels.get(data.channel);
    const as = discord.world.users.get(data.as);
    if (channel === undefined || as === undefined || as.bot) throw new Error('This channel or person is gone');
    switch (data.do) {
      case 'use':
        return this.#shown(await discord.useEither(data.name, data.values, { as, channel }), `/${data.name}`);
      case 'complete': {
        const { name, option, value, values: others } = data;
        return { kind: 'choices', choices: await discord.autocomplete(name, option, value, others, { as, channel }) };
      }
      case 'use-on':
        return this.#shown(await discord.useOn(seen(channel, as, data.message), data.name, { as }), data.name);
      case 'press':
        return this.#shown(await discord.pressEither(seen(channel, as, data.message), data.button, { as }), null);
      case 'choose': {
        const message = seen(channel, as, data.message);
        return this.#shown(await discord.choose(message, data.select, data.values, { as }), null);
      }
      case 'submit': {
        const form = this.#forms.get(data.form);
        if (form === undefined) throw new Error('This form is gone');
        this.#forms.delete(data.form);
        return this.#shown(await discord.submitModal(form, data.values), null);
      }
      case 'send': {
        const replyTo = data.replyTo === null ? {} : { replyTo: seen(channel, as, data.replyTo) };
        discord.send(data.text, { as, channel, ...replyTo });
        return { kind: 'done' };
      }
      case 'restart':
        await this.#restartBot();
        return { kind: 'done' };
    }
  }

  #shown(next: Message | OpenModal, command: string | null): Result {
    if ('openedBy' in next) {
      const form = next.openedBy.id;
      this.#forms.set(form, next);
      return { kind: 'form', form, modal: { title: next.title, components: next.components } };
    }
    if (command !== null) this.used.set(next.id, command);
    return { kind: 'done' };
  }
}

/** @throws Error if the message is not there for this person */
function seen(channel: Channel, as: User, id: string): Message {
  const message = channel.messages.get(id);
  if (message === undefined || (message.visible_to !== null && message.visible_to !== as.id)) {
    throw new Error('This message is gone');
  }
  return message;
}
