import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  SlashCommandBooleanOption,
  SlashCommandStringOption,
} from 'discord.js';
import { chooseArticle, suggestArticles } from '../answers/article-choice.ts';
import type { Library } from '../answers/library.ts';
import { chooseSpeaker, suggestSpeakers } from '../answers/speaker-choice.ts';
import type { Choice } from './command.ts';
import { answerCard, IN_A_CHANNEL, type Setting } from './render/answer-card.ts';
import { notice, type Card } from './render/card.ts';
import { escape, md, type Markdown } from './render/escape.ts';
import { LONGEST_SPEAKER, type View } from './view.ts';

/** Most choices, and longest name or value of one, that autocomplete may offer. https://docs.discord.com/developers/interactions/application-commands */
const MOST_CHOICES = 25;
const LONGEST_CHOICE = 100;

/** Longest question that is taken, in UTF-16 code units, whichever way it comes. */
export const LONGEST_QUESTION = 200;

/** Options that several commands share, so that they read and behave the same everywhere. */
export const articleOption = (option: SlashCommandStringOption): SlashCommandStringOption =>
  option.setName('article').setDescription('Only in this article').setAutocomplete(true).setMaxLength(LONGEST_CHOICE);

export const speakerOption = (option: SlashCommandStringOption): SlashCommandStringOption =>
  option
    .setName('speaker')
    .setDescription('Only what this person or body says')
    .setAutocomplete(true)
    .setMaxLength(LONGEST_SPEAKER);

export const hideOption = (option: SlashCommandBooleanOption): SlashCommandBooleanOption =>
  option.setName('hide').setDescription('Show the answer to you alone');

/** The card for a view, or the hint that an article or a speaker typed by hand is not there. */
export function cardFor(
  library: Library,
  interaction: ChatInputCommandInteraction,
  view: View,
  setting: Setting = IN_A_CHANNEL,
): Card {
  const asked = view.article === null ? null : chooseArticle(library, view.article);
  if (asked?.kind === 'unknown') {
    return refusal(
      md`There is no article “${escape(asked.asked)}” here.`,
      asked.closest.map((article) => article.title),
    );
  }
  const article = asked === null ? null : asked.article.id;
  const speaker = 'speaker' in view ? view.speaker : null;
  const heard = speaker === null ? null : chooseSpeaker(library, speaker, article);
  if (heard?.kind === 'unknown')
    return refusal(md`Nobody called “${escape(heard.asked)}” is quoted here.`, heard.closest);
  const hidden = interaction.options.getBoolean('hide') ?? false;
  return answerCard(
    library,
    article === null || view.op === 'context' ? view : { ...view, article },
    hidden ? 'hidden' : 'public',
    setting,
  );
}

function refusal(head: Markdown, closest: readonly string[]): Card {
  const [first, ...rest] = closest.map((name) => md`**${escape(name)}**`);
  const hint =
    first === undefined
      ? md`Choose one of those that are offered while you type.`
      : md`Did you mean ${rest.reduce((list, name) => md`${list} or ${name}`, first)}?`;
  return notice(md`${head} ${hint}`);
}

/** Choices for the shared options, from memory. */
export function completeShared(interaction: AutocompleteInteraction, library: Library): readonly Choice[] {
  const { name, value } = interaction.options.getFocused(true);
  const choices =
    name === 'article'
      ? suggestArticles(library, value, MOST_CHOICES).map((article) => ({
          name: article.title,
          value: handleOf(article.id),
        }))
      : suggestSpeakers(library, value, 2 * MOST_CHOICES)
          .filter((speaker) => speaker.length <= LONGEST_SPEAKER)
          .map((speaker) => ({ name: speaker, value: speaker }));
  return choices
    .filter((choice) => choice.value.length <= LONGEST_CHOICE)
    .map((choice) => ({ ...choice, name: shortened(choice.name) }))
    .slice(0, MOST_CHOICES);
}

/** The beginning of an id that is too long for a choice, as that of a saved page can be; `chooseArticle` finds an article by it. */
function handleOf(id: string): string {
  return id.slice(0, LONGEST_CHOICE).replace(/[\uD800-\uDBFF]$/, ''); // half of a surrogate pair
}

/** A choice, or the name of a thread, is a handle, not a quotation: a long one may be cut there, at a word. */
export function shortened(name: string): string {
  const line = name.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_CHOICE) return line;
  // Half of an emoji is no text, so what would stick out is left out whole.
  const end = CHARACTERS.segment(line).containing(LONGEST_CHOICE - 1)?.index ?? 0;
  return `${line.slice(0, end).replace(/\s+\S*$/, '')}\u2026`; // HORIZONTAL ELLIPSIS
}

/** What a reader takes for one character: a letter with its accents, an emoji with its colour. */
const CHARACTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });
