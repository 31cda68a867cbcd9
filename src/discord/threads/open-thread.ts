import {
  DiscordAPIError,
  MessageFlags,
  RESTJSONErrorCodes,
  type AnyThreadChannel,
  type ButtonInteraction,
  type Message,
} from 'discord.js';
import type { Library } from '../../answers/library.ts';
import { shortened } from '../options.ts';
import { notice, type Card } from '../render/card.ts';
import { escape, md, type Markdown } from '../render/escape.ts';
import { reply } from '../send.ts';
import type { View } from '../view.ts';
import { openingCard } from './opening-card.ts';
import { isParent, refusalToOpen, type Parent } from './permissions.ts';

/** Opens the thread under an answer, or leads to the one that is there. */
export async function followUp(interaction: ButtonInteraction, library: Library, view: View): Promise<void> {
  const { channel, message } = interaction;
  if (!isParent(channel)) {
    await reply(interaction, notice(md`There are no threads here. Ask on with \`/ask\`.`));
    return;
  }
  const refusal = refusalToOpen(channel);
  if (refusal !== null) {
    await reply(interaction, notice(refusal));
    return;
  }
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const opened = await openThread(channel, message, 'text' in view ? view.text : null);
  if (opened.kind === 'opened') await sendTo(opened.thread, openingCard(library, view));
  await reply(interaction, notice(whereItGoesOn(opened)));
}

function whereItGoesOn(opened: Opened): Markdown {
  switch (opened.kind) {
    case 'deleted':
      return md`The message has been deleted, so no thread can hang on it. Ask again.`;
    case 'opened':
    case 'there':
      return opened.thread.locked === true
        ? md`It went on in <#${escape(opened.thread.id)}>, which is locked now. A moderator can open it again.`
        : md`It goes on in <#${escape(opened.thread.id)}>.`;
  }
}

type Opened = { readonly kind: 'opened' | 'there'; readonly thread: AnyThreadChannel } | { readonly kind: 'deleted' };

/**
 * Opens a thread on a message. It takes the message's id, so a second press, or two people at once, end in the same thread.
 *
 * @param name what was asked; it may be long.
 */
export async function openThread(channel: Parent, message: Message, name: string | null): Promise<Opened> {
  const there = message.hasThread ? await threadOn(channel, message) : null;
  if (there !== null) return { kind: 'there', thread: there };
  try {
    const thread = await message.startThread({ name: shortened(name ?? '') || 'Follow-up' });
    return { kind: 'opened', thread };
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    if (error.code === RESTJSONErrorCodes.UnknownMessage) return { kind: 'deleted' };
    if (error.code !== RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage) throw error;
    const thread = await threadOn(channel, message);
    if (thread === null) throw error;
    return { kind: 'there', thread };
  }
}

/** A message keeps its mark when its thread has been deleted. */
async function threadOn(channel: Parent, message: Message): Promise<AnyThreadChannel | null> {
  try {
    const found = await channel.client.channels.fetch(message.id, { force: true });
    return found?.isThread() === true ? found : null;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownChannel) return null;
    throw error;
  }
}

/** Sends a card as a normal message: one that people can reply to and be heard. */
export async function sendTo(thread: AnyThreadChannel, { components }: Card): Promise<void> {
  await thread.send({ components: [...components], flags: MessageFlags.IsComponentsV2 });
}
