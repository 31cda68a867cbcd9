import { MessageFlags, PermissionFlagsBits, type ButtonInteraction } from 'discord.js';
import type { Library } from '../answers/library.ts';
import { isReplace, pressPin, pressRefresh, pressReplace, pressUnpin } from './pins/pin-summary.ts';
import { readCard } from './read-card.ts';
import { answerCard, IN_A_CHANNEL, type Setting, type Standing } from './render/answer-card.ts';
import { notice } from './render/card.ts';
import { md } from './render/escape.ts';
import { staleWords } from './render/stale-words.ts';
import { defer, inTime, reply, update } from './send.ts';
import { followUp } from './threads/open-thread.ts';
import { showQuestionForm } from './threads/question-form.ts';
import { settingOfCard } from './threads/thread-memory.ts';
import { readPress, type Press, type View } from './view.ts';

/** Does what a button says. Everything it needs stands in its `custom_id` and in the message it sits on. */
export async function pressButton(interaction: ButtonInteraction, library: Library): Promise<void> {
  if (isReplace(interaction.customId)) {
    await pressReplace(interaction);
    return;
  }
  const { asked } = readCard(interaction.message.components.map((part) => part.toJSON()));
  const press = readPress(library, interaction.customId, asked);
  switch (press.kind) {
    case 'delete':
      await deleteAnswer(interaction);
      return;
    case 'ask-on':
      await showQuestionForm(interaction);
      return;
    case 'unpin':
      await pressUnpin(interaction);
      return;
    case 'article-changed':
    case 'article-gone':
      await reply(interaction, notice(staleWords(press, interaction.message.pinned)));
      return;
    case 'not-ours':
      await reply(interaction, notice(md`This button is from another version of the bot. Ask again.`));
      return;
    case 'press':
      await show(interaction, library, press);
  }
}

async function show(
  interaction: ButtonInteraction,
  library: Library,
  { action, view }: Extract<Press, { kind: 'press' }>,
): Promise<void> {
  switch (action) {
    case 'show': {
      const setting = await inTime(settingFor(interaction, library, view), () => interaction.deferUpdate());
      await update(interaction, answerCard(library, view, standingOf(interaction), setting));
      return;
    }
    case 'open':
      await reply(interaction, answerCard(library, view, 'hidden'));
      return;
    case 'share': {
      const setting = await inTime(settingFor(interaction, library, view), () => defer(interaction, false));
      await reply(interaction, answerCard(library, view, 'public', setting));
      return;
    }
    case 'follow-up':
      await followUp(interaction, library, view);
      return;
    case 'pin':
      await pressPin(interaction);
      return;
    case 'refresh':
      await pressRefresh(interaction, library, view);
  }
}

/** Only what was asked can be asked on from, in a thread or a direct message. */
async function settingFor(interaction: ButtonInteraction, library: Library, view: View): Promise<Setting> {
  return view.op === 'ask' || view.op === 'who-said'
    ? settingOfCard(library, interaction, interaction.message, view)
    : IN_A_CHANNEL;
}

async function deleteAnswer(interaction: ButtonInteraction): Promise<void> {
  const asker = await askerOf(interaction);
  const moderates = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true;
  if (interaction.user.id !== asker && !moderates) {
    await reply(interaction, notice(md`Only whoever asked, or a moderator, can delete this.`));
    return;
  }
  await interaction.deferUpdate();
  await interaction.deleteReply();
}

function standingOf({ message }: ButtonInteraction): Standing {
  if (message.flags.has(MessageFlags.Ephemeral)) return 'hidden';
  return message.pinned ? 'pinned' : 'public';
}

/** Who asked: whoever used the command, wrote the message that the card replies to, or wrote the one that its thread hangs on. */
async function askerOf({ message, channel }: ButtonInteraction): Promise<string | undefined> {
  const asker = message.interactionMetadata?.user.id ?? message.mentions.repliedUser?.id;
  if (asker !== undefined || channel?.isThread() !== true) return asker;
  const starter = await channel.fetchStarterMessage().catch(() => null);
  return starter?.author.id;
}
