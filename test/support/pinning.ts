import { type Channel, type LocalDiscord, type Message } from '../../playground/discord/local-discord.ts';
import { wireBot, type WiredBot } from './wired-bot.ts';

export const VOTE = `---
title: Council votes to rebuild the harbour wall
---

The council of Saltmarsh voted on Monday to rebuild the wall of the harbour.

"The wall will not hold another winter," said Maria Ruiz, the harbour master.

The repairs will cost 4.2 million pounds, according to a report by the engineers.
`;

/** The bot with what it needs to pin, and with one article. */
export function wirePinningBot(): Promise<WiredBot> {
  const botPermissions = ['ViewChannel', 'SendMessages', 'ReadMessageHistory', 'PinMessages'] as const;
  return wireBot({ 'harbour-vote.md': VOTE }, { botPermissions });
}

export function aSummary(discord: LocalDiscord, channel = discord.general, hide = false): Promise<Message> {
  return discord.use('summary', { article: 'harbour-vote', hide }, { channel });
}

/** A summary that a moderator has pinned with its button. */
export async function aPinnedSummary(discord: LocalDiscord, channel?: Channel): Promise<Message> {
  const card = await aSummary(discord, channel);
  return discord.press(card, 'Pin', { as: discord.moderator });
}

/** The labels of the buttons by which a card is kept, as it is now. */
export function pinLabelsOn(discord: LocalDiscord, message: Message): readonly string[] {
  const labels = JSON.stringify(discord.now(message)?.components).match(/(?<="label":")[^"]+/g) ?? [];
  return labels.filter((label) => ['Pin', 'Unpin', 'Refresh'].includes(label));
}

/** Fills a channel up to the 250 pins that Discord allows with messages of people. */
export function fillWithPins(discord: LocalDiscord, channel: Channel): void {
  while (channel.pins.size < 250) discord.pin(discord.send('Read this!', { channel }));
}
