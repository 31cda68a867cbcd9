import {
  DiscordAPIError,
  MessageFlags,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  type ButtonInteraction,
  type Message,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import { address, escape, md, type Markdown } from '../render/escape.ts';

/** Why a summary cannot be pinned, unpinned or refreshed now, checked afresh at every press. */
export type PinRefusal =
  | { readonly kind: 'member-may-not' }
  | { readonly kind: 'bot-may-not'; readonly missing: readonly [string, ...string[]] }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'already-pinned' }
  | { readonly kind: 'not-pinned' }
  | { readonly kind: 'pins-full'; readonly oldestOfOurs: string | null }
  | { readonly kind: 'message-gone' }
  | { readonly kind: 'thread-closed' }
  | { readonly kind: 'forbidden' };

/** What pinning takes of the bot: since 2026 a permission of its own, and a view of what is pinned. */
const NEEDED = [
  ['View Channel', PermissionFlagsBits.ViewChannel],
  ['Read Message History', PermissionFlagsBits.ReadMessageHistory],
  ['Pin Messages', PermissionFlagsBits.PinMessages],
] as const;

/** What forbids changing the pin of `message`, as far as it can be known without asking Discord. */
export function findRefusal(
  interaction: ButtonInteraction | MessageContextMenuCommandInteraction,
  message: Message,
): PinRefusal | null {
  return message.flags.has(MessageFlags.Ephemeral) ? { kind: 'hidden' } : missingPermission(interaction);
}

/** Which permission stands in the way, of the member or of the bot. In direct messages anybody may pin. */
export function missingPermission(
  interaction: ButtonInteraction | MessageContextMenuCommandInteraction,
): PinRefusal | null {
  if (!interaction.inGuild()) return null;
  if (!interaction.memberPermissions.has(PermissionFlagsBits.PinMessages)) return { kind: 'member-may-not' };
  const [first, ...rest] = NEEDED.flatMap(([name, bit]) => (interaction.appPermissions.has(bit) ? [] : [name]));
  return first === undefined ? null : { kind: 'bot-may-not', missing: [first, ...rest] };
}

/**
 * What Discord's refusal means.
 *
 * @throws the error itself when it is about something else.
 */
export function refusalOf(error: unknown): PinRefusal {
  if (!(error instanceof DiscordAPIError)) throw error;
  switch (error.code) {
    case RESTJSONErrorCodes.MaximumNumberOfPinsReachedForTheChannel:
      return { kind: 'pins-full', oldestOfOurs: null };
    case RESTJSONErrorCodes.UnknownMessage:
    case RESTJSONErrorCodes.UnknownChannel:
      return { kind: 'message-gone' };
    case RESTJSONErrorCodes.InvalidActionOnArchivedThread:
    case RESTJSONErrorCodes.ThreadLocked:
      return { kind: 'thread-closed' };
    case RESTJSONErrorCodes.MissingPermissions:
    case RESTJSONErrorCodes.MissingAccess:
    case RESTJSONErrorCodes.CannotExecuteActionOnSystemMessage:
      return { kind: 'forbidden' };
    default:
      throw error;
  }
}

/** The words for a refusal. */
export function pinRefusalWords(refusal: PinRefusal): Markdown {
  switch (refusal.kind) {
    case 'member-may-not':
      return md`Pinning takes the permission "Pin Messages", which you do not have here.`;
    case 'bot-may-not':
      return md`I lack ${escape(refusal.missing.map((name) => `"${name}"`).join(' and '))} in this channel. A moderator can give it to me.`;
    case 'hidden':
      return md`Only you can see this summary. Press Share, then pin the one that everybody sees.`;
    case 'already-pinned':
      return md`This summary is pinned already.`;
    case 'not-pinned':
      return md`This summary is not pinned any more.`;
    case 'pins-full':
      return refusal.oldestOfOurs === null
        ? md`This channel has as many pins as Discord allows, none of them mine. Take one away, then try again.`
        : md`This channel has as many pins as Discord allows. Replace takes away the oldest of mine: ${address(refusal.oldestOfOurs)}`;
    case 'message-gone':
      return md`That message is not there any more.`;
    case 'thread-closed':
      return md`This thread is archived or locked. Open it again, then try once more.`;
    case 'forbidden':
      return md`Discord does not let me pin this here. Check my permissions in this channel.`;
  }
}
