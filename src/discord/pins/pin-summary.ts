import {
  MessageFlags,
  type ButtonInteraction,
  type Message,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { Library } from '../../answers/library.ts';
import { readCard, type ShownCard } from '../read-card.ts';
import { answerCard } from '../render/answer-card.ts';
import { button, notice, withButtons, type Card } from '../render/card.ts';
import { md, type Markdown } from '../render/escape.ts';
import { withPinButtons } from '../render/pin-buttons.ts';
import { staleWords } from '../render/stale-words.ts';
import { reply, update } from '../send.ts';
import { readPress, type View } from '../view.ts';
import { findRefusal, missingPermission, pinRefusalWords, refusalOf, type PinRefusal } from './pin-refusal.ts';
import { messageLink, pin, pinsOf, unpin } from './pins.ts';

type Pinning = ButtonInteraction | MessageContextMenuCommandInteraction;

/** Pins the summary that the button sits on. A refusal is a hidden message of its own; the card stays. */
export async function pressPin(interaction: ButtonInteraction): Promise<void> {
  const { message } = interaction;
  if (await refuse(interaction, { mustBePinned: false })) return;
  await interaction.deferUpdate();
  const refused = await tryToPin(interaction, message);
  if (refused === null) await update(interaction, { components: restyled(message, true), hidden: false });
  else await reply(interaction, refusalCard(refused, message.id));
}

/** Takes the pin away. It needs no article, so it works where that has changed or gone. */
export async function pressUnpin(interaction: ButtonInteraction): Promise<void> {
  const { message, channelId: channel } = interaction;
  if (await refuse(interaction, { mustBePinned: true })) return;
  await interaction.deferUpdate();
  const refused = await attempt(() =>
    unpin(interaction.client.rest, channel, message.id, reason('Unpinned', interaction)),
  );
  if (refused === null) await update(interaction, { components: restyled(message, false), hidden: false });
  else await reply(interaction, notice(pinRefusalWords(refused)));
}

/** Works the summary out anew in its place, and says what has changed. */
export async function pressRefresh(interaction: ButtonInteraction, library: Library, view: View): Promise<void> {
  if (await refuse(interaction, { mustBePinned: true })) return;
  const card = answerCard(library, view, 'pinned');
  const before = new Set(cardOn(interaction.message).quoted);
  const after = new Set(readCard(card.components).quoted);
  await update(interaction, card);
  await reply(interaction, notice(differenceWords(before, after)));
}

/**
 * Answers with what forbids the press, if anything does. Where somebody has pinned or unpinned the message by hand
 * since, its card gets the buttons that belong to it.
 */
async function refuse(
  interaction: ButtonInteraction,
  { mustBePinned }: { readonly mustBePinned: boolean },
): Promise<boolean> {
  const { message } = interaction;
  const refusal = findRefusal(interaction, message) ?? ifPinned(message, mustBePinned);
  if (refusal === null) return false;
  await reply(interaction, notice(pinRefusalWords(refusal)));
  if (message.pinned !== mustBePinned && !message.flags.has(MessageFlags.Ephemeral)) await restyle(message);
  return true;
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
  const card = cardOn(message);
  const pinId = card.customIds.find((one) => /^(?:pin|unpin):/.test(one));
  if (message.author.id !== interaction.client.user.id || pinId === undefined) {
    return notice(md`This works on my summaries only. Ask for one with \`/summary\`.`);
  }
  const press = readPress(library, pinId.replace(/^unpin:/, 'pin:'), card.asked);
  if (press.kind === 'article-changed' || press.kind === 'article-gone')
    return notice(staleWords(press, message.pinned));
  const refusal =
    findRefusal(interaction, message) ?? ifPinned(message, false) ?? (await tryToPin(interaction, message));
  if (refusal?.kind === 'already-pinned') await restyle(message);
  if (refusal !== null) return refusalCard(refusal, message.id);
  await restyle(message, true);
  return notice(md`Pinned.`);
}

const REPLACE = /^replace:(\d+):(\d+)$/;

/** Whether a button is Replace; its state is two messages, not a view. */
export function isReplace(customId: string): boolean {
  return REPLACE.test(customId);
}

/** Takes the oldest of our pins away and pins the summary that had no room. */
export async function pressReplace(interaction: ButtonInteraction): Promise<void> {
  const [, wantedId = '', oldestId = ''] = REPLACE.exec(interaction.customId) ?? [];
  const { rest } = interaction.client;
  const refusal = missingPermission(interaction);
  if (refusal !== null) {
    await reply(interaction, notice(pinRefusalWords(refusal)));
    return;
  }
  await interaction.deferUpdate();
  const wanted = await messageIn(interaction, wantedId);
  const oldest = await messageIn(interaction, oldestId);
  if (wanted === null) {
    await update(interaction, notice(pinRefusalWords({ kind: 'message-gone' })));
    return;
  }
  const refused =
    (await attempt(
      () => unpin(rest, interaction.channelId, oldestId, reason('Replaced', interaction)),
      'message-gone',
    )) ?? (await tryToPin(interaction, wanted));
  if (refused !== null) {
    await update(interaction, refusalCard(refused, wantedId));
    return;
  }
  if (oldest !== null) await restyle(oldest, false);
  await restyle(wanted, true);
  await update(interaction, notice(md`Pinned, in the place of my oldest pin.`));
}

function ifPinned(message: Message, mustBePinned: boolean): PinRefusal | null {
  if (message.pinned === mustBePinned) return null;
  return { kind: mustBePinned ? 'not-pinned' : 'already-pinned' };
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
async function attempt(action: () => Promise<unknown>, passOver?: PinRefusal['kind']): Promise<PinRefusal | null> {
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

/** A message in the channel of an interaction, as it is now; null when it is gone. */
async function messageIn({ channel }: ButtonInteraction, id: string): Promise<Message | null> {
  try {
    return (await channel?.messages.fetch({ message: id, force: true })) ?? null;
  } catch (error) {
    if (refusalOf(error).kind === 'message-gone') return null;
    throw error;
  }
}

/** Gives a card in a channel the buttons of how it stands there now. */
async function restyle(message: Message, isPinned = message.pinned): Promise<void> {
  const components = [...restyled(message, isPinned)];
  await attempt(() => message.edit({ components, flags: [MessageFlags.IsComponentsV2] }), 'message-gone');
}

function restyled({ components }: Message, isPinned: boolean): Card['components'] {
  return withPinButtons(
    components.map((part) => part.toJSON()),
    isPinned,
  );
}

function cardOn({ components }: Message): ShownCard {
  return readCard(components.map((part) => part.toJSON()));
}
