import { PermissionFlagsBits, type ChatInputCommandInteraction } from 'discord.js';
import type { Library } from '../../answers/library.ts';
import { readCard } from '../read-card.ts';
import { fitWhole, notice, type Card } from '../render/card.ts';
import { address, bold, escape, md, type Markdown } from '../render/escape.ts';
import { headline } from '../render/passages.ts';
import { readShown } from '../view.ts';
import { messageLink, pinsOf, type OwnPin } from './pins.ts';

/** The summaries of ours that are pinned in a channel, each with its link, and whether its article has changed since. */
export async function pinsCard(interaction: ChatInputCommandInteraction, library: Library): Promise<Card> {
  const { guildId: guild, channelId: channel, client } = interaction;
  if (interaction.inGuild() && !interaction.appPermissions.has(PermissionFlagsBits.ReadMessageHistory)) {
    return notice(md`I cannot see what is pinned here: I lack "Read Message History" in this channel.`, false);
  }
  const pins = await pinsOf(client.rest, channel, client.user.id);
  const lines = pins.map((pin) => md`${titleOf(library, pin)} ${address(messageLink(guild, channel, pin.id))}`);
  const head =
    lines.length === 0
      ? md`None of my summaries is pinned in this channel. Ask for one with \`/summary\`, then press Pin.`
      : md`Pinned in this channel:`;
  return notice(fitWhole({ asked: null, head, parts: lines }), false);
}

function titleOf(library: Library, { components }: OwnPin): Markdown {
  const { asked, customIds } = readCard(components);
  const id = customIds.find((one) => /^(?:un)?pin:/.test(one));
  const shown = id === undefined ? null : readShown(library, id, asked);
  if (shown === null) return bold('An answer of mine');
  const { view, stale } = shown;
  if (view === null) return md`A summary of an article that is not here any more`;
  const article = view.article === null ? undefined : library.entries.get(view.article)?.article;
  const title = article === undefined ? bold('Several articles') : headline(article);
  switch (stale?.kind) {
    case undefined:
      return title;
    case 'article-changed':
      return article === undefined
        ? md`${title} (“${escape(stale.article.title)}” has changed: press Refresh)`
        : md`${title} (the article has changed: press Refresh)`;
    case 'article-gone':
      return md`${title} (an article is not here any more: press Refresh)`;
  }
}
