import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

/** What Discord says of what has been deleted, and of what is not for the bot to see. */
const NOT_THERE: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.MissingAccess,
]);

/** What Discord gives, or null where it is not there, or not for the bot: anything may be deleted between two requests. */
export async function ifThere<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DiscordAPIError && NOT_THERE.has(error.code)) return null;
    throw error;
  }
}
