import { ComponentType, TextInputStyle, type ButtonInteraction, type ModalSubmitInteraction } from 'discord.js';
import type { Library } from '../../answers/library.ts';
import { LONGEST_QUESTION } from '../options.ts';
import { answerCard } from '../render/answer-card.ts';
import { notice } from '../render/card.ts';
import { md } from '../render/escape.ts';
import { reply } from '../send.ts';
import { settingOf } from './thread-memory.ts';

const FORM = 'question-form';
const QUESTION = 'question';

/** Opens the form for the next question. */
export async function showQuestionForm(interaction: ButtonInteraction): Promise<void> {
  await interaction.showModal({
    custom_id: FORM,
    title: 'Ask a follow-up',
    components: [
      {
        type: ComponentType.Label,
        label: 'What you want to know',
        component: {
          type: ComponentType.TextInput,
          custom_id: QUESTION,
          style: TextInputStyle.Short,
          max_length: LONGEST_QUESTION,
          required: true,
        },
      },
    ],
  });
}

/** Answers what was put into the form, as going on from the card on which it was opened. */
export async function answerForm(interaction: ModalSubmitInteraction, library: Library): Promise<void> {
  if (interaction.customId !== FORM) return;
  const text = interaction.fields.getTextInputValue(QUESTION).replace(/\s+/g, ' ').trim();
  if (text === '') {
    await reply(interaction, notice(md`There was no question in the form. Press the button again.`));
    return;
  }
  const setting = await settingOf(library, interaction, { after: interaction.message?.id ?? null });
  await reply(
    interaction,
    answerCard(library, { op: 'ask', text, article: null, alone: false, page: 0 }, 'public', setting),
  );
}
