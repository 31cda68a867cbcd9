import {
  MessageFlags,
  Routes,
  type ButtonInteraction,
  type Message,
  type MessageContextMenuCommandInteraction,
  type REST,
} from 'discord.js';
import { z } from 'zod';
import type { Library } from '../../answers/library.ts';
import { readCard } from '../read-card.ts';
import { answerCard, type Standing } from '../render/answer-card.ts';
import { button, notice, withButtons, type Card } from '../render/card.ts';
import { md, type Markdown } from '../render/escape.ts';
import { reply, update } from '../send.ts';
import { readPress, type View } from '../view.ts';
import { findRefusal, missingPermission, pinRefusalWords, refusalOf, type PinRefusal } from './pin-refusal.ts';
import { messageLink, pin, pinsOf, unpin } from './pins.ts';

type Pinning = ButtonInteraction | MessageContextMenuCommandInteraction;

/** Pins the summary that the button sits on. A refusal is a hidden message of its own; the card stays. */
export async function pressPin(interaction: ButtonInteraction, library: Library, view: View): Promise<void> {
  const refusal = findRefusal(interaction, interaction.message) ?? ifPinned(interaction.message, true);
  if (refusal !== null) {
    await reply(interaction, notice(pinRefusalWords(refusal)));
    return;
  }
  await interaction.deferUpdate();
  const refused = await tryToPin(interaction, interaction.message);
  if (refused === null) await update(interaction, answerCard(library, view, 'pinned'));
  else await reply(interaction, refusalCard(refused, interaction.message.id));
}

export async function pressUnpin(interaction: ButtonInteraction, library: Library, view: View): Promise<void> {
  const refusal = findRefusal(interaction, interaction.message);
  if (refusal !== null) {
    await reply(interaction, notice(pinRefusalWords(refusal)));
    return;
  }
  await interaction.deferUpdate();
  const refused = await attempt(() =>
    unpin(interaction.client.rest, interaction.channelId, interaction.message.id, reason('Unpinned', interaction)),
  );
  if (refused === null) await update(interaction, answerCard(library, view, 'public'));
  else await reply(interaction, notice(pinRefusalWords(refused)));
}

/** Works the summary out anew in its place, and says what has changed. */
export async function pressRefresh(interaction: ButtonInteraction, library: Library, view: View): Promise<void> {
  const refusal = findRefusal(interaction, interaction.message) ?? ifPinned(interaction.message, false);
  if (refusal !== null) {
    await reply(interaction, notice(pinRefusalWords(refusal)));
    return;
  }
  const card = answerCard(library, view, 'pinned');
  const before = new Set(readCard(interaction.message.components.map((part) => part.toJSON())).quoted);
  const after = new Set(readCard(card.components).quoted);
  await update(interaction, card);
  await reply(interaction, notice(differenceWords(before, after)));
}

function differenceWords(before: ReadonlySet<string>, after: ReadonlySet<string>): Markdown {
  const added = [...after].filter((line) => !before.has(line)).length;
  const gone = [...before].filter((line) => !after.has(line)).length;
  return added + gone === 0
    ? md`Nothing has changed.`
    : md`The summary is new: ${added} ${passages(added)} added, ${gone} ${passages(gone)} taken out.`;
}

function passages(count: number): Markdown {
  return count === 1 ? md`passage` : md`passages`;
}

/** Pins the summary that somebody chose in the menu of a message, and gives its card the buttons of a pinned one. */
export async function pinChosen(interaction: MessageContextMenuCommandInteraction, library: Library): Promise<Card> {
  const message = interaction.targetMessage;
  const isOurs = message.author.id === interaction.client.user.id;
  const components = message.components.map((part) => part.toJSON());
  if (!isOurs || summaryOn(library, components) === null) {
    return notice(md`This works on my summaries only. Ask for one with \`/summary\`.`);
  }
  const refusal =
    findRefusal(interaction, message) ?? ifPinned(message, true) ?? (await tryToPin(interaction, message));
  if (refusal !== null) return refusalCard(refusal, message.id);
  await restyle(interaction.client.rest, library, interaction.channelId, message.id, 'pinned');
  return notice(md`Pinned.`);
}

const REPLACE = /^replace:(\d+):(\d+)$/;

/** Whether a button is Replace; its state is two messages, not a view. */
export function isReplace(customId: string): boolean {
  return REPLACE.test(customId);
}

/** Takes the oldest of our pins away and pins the summary that had no room. */
export async function pressReplace(interaction: ButtonInteraction, library: Library): Promise<void> {
  const [, wanted = '', oldest = ''] = REPLACE.exec(interaction.customId) ?? [];
  const { channelId: channel } = interaction;
  const { rest } = interaction.client;
  const refusal = missingPermission(interaction);
  if (refusal !== null) {
    await reply(interaction, notice(pinRefusalWords(refusal)));
    return;
  }
  await interaction.deferUpdate();
  const refused =
    (await attempt(() => unpin(rest, channel, oldest, reason('Replaced', interaction)), 'message-gone')) ??
    (await attempt(() => pin(rest, channel, wanted, reason('Pinned', interaction))));
  if (refused !== null) {
    await update(interaction, notice(pinRefusalWords(refused)));
    return;
  }
  await restyle(rest, library, channel, oldest, 'public');
  await restyle(rest, library, channel, wanted, 'pinned');
  await update(interaction, notice(md`Pinned, in the place of my oldest pin.`));
}

function ifPinned(message: Message, refuse: boolean): PinRefusal | null {
  if (message.pinned !== refuse) return null;
  return { kind: refuse ? 'already-pinned' : 'not-pinned' };
}

/** Pins a message. Where the channel is full, the refusal names the oldest pin of ours. */
async function tryToPin(interaction: Pinning, message: Message): Promise<PinRefusal | null> {
  const { channelId: channel, guildId: guild, client } = interaction;
  const refused = await attempt(() => pin(client.rest, channel, message.id, reason('Pinned', interaction)));
  if (refused?.kind !== 'pins-full') return refused;
  const oldest = (await pinsOf(client.rest, channel, client.user.id)).at(-1);
  return oldest === undefined ? refused : { kind: 'pins-full', oldestOfOurs: messageLink(guild, channel, oldest.id) };
}

/** Does something at Discord; null when it worked, or failed in the way that does not matter. */
async function attempt(action: () => Promise<void>, passOver?: PinRefusal['kind']): Promise<PinRefusal | null> {
  try {
    await action();
    return null;
  } catch (error) {
    const refusal = refusalOf(error);
    return refusal.kind === passOver ? null : refusal;
  }
}

/** What the server's audit log says about it. */
function reason(what: string, { user }: Pinning): string {
  return `${what} by ${user.username} (${user.id})`;
}

function refusalCard(refusal: PinRefusal, wanted: string): Card {
  const card = notice(pinRefusalWords(refusal));
  if (refusal.kind !== 'pins-full' || refusal.oldestOfOurs === null) return card;
  const oldest = refusal.oldestOfOurs.split('/').at(-1) ?? '';
  return withButtons(card, [button('Replace', `replace:${wanted}:${oldest}`)]);
}

const message = z.object({ components: z.unknown() });

/** Gives a card in a channel the buttons of how it stands there now. A card that cannot be made again is left as it is. */
async function restyle(rest: REST, library: Library, channel: string, id: string, standing: Standing): Promise<void> {
  await attempt(async () => {
    const view = summaryOn(library, message.parse(await rest.get(Routes.channelMessage(channel, id))).components);
    if (view === null) return;
    const { components } = answerCard(library, view, standing);
    await rest.patch(Routes.channelMessage(channel, id), {
      body: { components, flags: MessageFlags.IsComponentsV2, allowed_mentions: { parse: [] } },
    });
  }, 'message-gone');
}

/** The summary that a message shows; null where it shows none, or one whose article has changed or gone. */
function summaryOn(library: Library, components: unknown): View | null {
  const { asked, customIds } = readCard(components);
  const id = customIds.find((one) => /^(?:pin|unpin):/.test(one));
  const press = id === undefined ? null : readPress(library, id, asked);
  return press?.kind === 'press' ? press.view : null;
}
