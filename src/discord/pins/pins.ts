import { Routes, type REST } from 'discord.js';
import { z } from 'zod';

/** A message that the bot has pinned. */
export interface OwnPin {
  readonly id: string;
  readonly components: unknown;
}

/** Most pins that Discord lists at once, and most pages that there can be: 250 pins. https://docs.discord.com/developers/resources/message#get-channel-pins */
const PAGE = 50;
const MOST_PAGES = 5;

const page = z.object({
  items: z.array(
    z.object({
      pinned_at: z.string(),
      message: z.object({ id: z.string(), author: z.object({ id: z.string() }), components: z.unknown() }),
    }),
  ),
  has_more: z.boolean(),
});

/** Pins a message. `reason` goes into the server's audit log. */
export async function pin(rest: REST, channel: string, message: string, reason: string): Promise<void> {
  await rest.put(Routes.channelMessagesPin(channel, message), { reason });
}

export async function unpin(rest: REST, channel: string, message: string, reason: string): Promise<void> {
  await rest.delete(Routes.channelMessagesPin(channel, message), { reason });
}

/** The messages of `author` that are pinned in a channel, the latest pin first. */
export async function pinsOf(rest: REST, channel: string, author: string): Promise<readonly OwnPin[]> {
  const own: OwnPin[] = [];
  let before: string | null = null;
  for (let n = 0; n < MOST_PAGES; n++) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before === null ? {} : { before }) });
    const { items, has_more: hasMore } = page.parse(await rest.get(Routes.channelMessagesPins(channel), { query }));
    own.push(...items.filter(({ message }) => message.author.id === author).map(({ message }) => message));
    before = items.at(-1)?.pinned_at ?? null;
    if (!hasMore || before === null) break;
  }
  return own;
}

/** Where a message stands; `guild` is null for direct messages. */
export function messageLink(guild: string | null, channel: string, message: string): string {
  return `https://discord.com/channels/${guild ?? '@me'}/${channel}/${message}`;
}
