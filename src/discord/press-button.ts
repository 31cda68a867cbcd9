import {
  ComponentType,
  MessageFlags,
  PermissionFlagsBits,
  type ButtonInteraction,
  type TopLevelComponent,
} from 'discord.js';
import type { Library } from '../answers/library.ts';
import { answerCard } from './render/answer-card.ts';
import { ASKED_ID, notice } from './render/card.ts';
import { escape, md, unescape } from './render/escape.ts';
import { reply, update } from './send.ts';
import { readPress, type Press } from './view.ts';

/** Does what a button says. Everything it needs stands in its `custom_id` and in the message it sits on. */
export async function pressButton(interaction: ButtonInteraction, library: Library): Promise<void> {
  const press = readPress(library, interaction.customId, askedOn(interaction.message.components));
  if (press.kind === 'delete') {
    await deleteAnswer(interaction);
    return;
  }
  if (press.kind !== 'press') {
    await reply(interaction, notice(refusalOf(press)));
    return;
  }
  const { action, view } = press;
  switch (action) {
    case 'show':
      await update(interaction, answerCard(library, view, isHidden(interaction)));
      return;
    case 'open':
      await reply(interaction, answerCard(library, view, true));
      return;
    case 'share':
      await reply(interaction, answerCard(library, view, false));
  }
}

function refusalOf(press: Exclude<Press, { kind: 'press' | 'delete' }>): ReturnType<typeof escape> {
  switch (press.kind) {
    case 'article-changed':
      return md`The article “${escape(press.article.title)}” has changed since. Ask again to see it as it is now.`;
    case 'article-gone':
      return md`The article is not here any more.`;
    case 'not-ours':
      return md`This button is from another version of the bot. Ask again.`;
  }
}

async function deleteAnswer(interaction: ButtonInteraction): Promise<void> {
  const asker = interaction.message.interactionMetadata?.user.id;
  const moderates = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true;
  if (interaction.user.id !== asker && !moderates) {
    await reply(interaction, notice(md`Only whoever asked, or a moderator, can delete this.`));
    return;
  }
  await interaction.deferUpdate();
  await interaction.deleteReply();
}

function isHidden(interaction: ButtonInteraction): boolean {
  return interaction.message.flags.has(MessageFlags.Ephemeral);
}

/** What was asked, as the message shows it; null where it shows nothing. */
function askedOn(components: readonly TopLevelComponent[]): string | null {
  const asked = components.find(
    (component) => component.type === ComponentType.TextDisplay && component.id === ASKED_ID,
  );
  return asked?.type === ComponentType.TextDisplay ? unescape(asked.content.replace(/^-# /, '')) : null;
}
