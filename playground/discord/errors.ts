/** Where in a request body something is wrong, and what, in Discord's words. */
export interface FormError {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** A refusal as Discord's REST interface words it. https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export class DiscordError extends Error {
  readonly status: 400 | 401 | 403 | 404 | 429 | 500 | 503;
  readonly code: number;
  readonly formErrors: readonly FormError[];
  /** In seconds; of a 429. */
  readonly retryAfter: number | null;

  constructor(
    status: DiscordError['status'],
    code: number,
    message: string,
    formErrors: readonly FormError[] = [],
    retryAfter: number | null = null,
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.formErrors = formErrors;
    this.retryAfter = retryAfter;
  }

  toBody(): object {
    const body = { message: this.message, code: this.code };
    return this.formErrors.length > 0 ? { ...body, errors: errorTree(this.formErrors) } : body;
  }
}

export const unauthorized = () => new DiscordError(401, 0, '401: Unauthorized');
export const unknownRoute = () => new DiscordError(404, 0, '404: Not Found');
export const unknownChannel = () => new DiscordError(404, 10003, 'Unknown Channel');
export const unknownGuild = () => new DiscordError(404, 10004, 'Unknown Guild');
export const unknownMember = () => new DiscordError(404, 10007, 'Unknown Member');
export const unknownMessage = () => new DiscordError(404, 10008, 'Unknown Message');
export const unknownUser = () => new DiscordError(404, 10013, 'Unknown User');
export const unknownWebhook = () => new DiscordError(404, 10015, 'Unknown Webhook');
export const unknownInteraction = () => new DiscordError(404, 10062, 'Unknown interaction');
export const pinsFull = () => new DiscordError(400, 30003, 'Maximum number of pins reached (250)');
export const alreadyAcknowledged = () => new DiscordError(400, 40060, 'Interaction has already been acknowledged.');
export const invalidToken = () => new DiscordError(401, 50027, 'Invalid Webhook Token');
export const missingAccess = () => new DiscordError(403, 50001, 'Missing Access');
export const notTheAuthor = () => new DiscordError(403, 50005, 'Cannot edit a message authored by another user');
export const emptyMessage = () => new DiscordError(400, 50006, 'Cannot send an empty message');
export const missingPermissions = () => new DiscordError(403, 50013, 'Missing Permissions');
export const notOnSystemMessage = () => new DiscordError(403, 50021, 'Cannot execute action on a system message');
export const notInThisChannelType = () => new DiscordError(400, 50024, 'Cannot execute action on this channel type');
export const threadArchived = () => new DiscordError(400, 50083, 'Thread is archived');
export const threadExists = () => new DiscordError(400, 160004, 'A thread has already been created for this message');
export const threadLocked = () => new DiscordError(403, 160005, 'Thread is locked');
export const invalidForm = (errors: readonly FormError[]) => new DiscordError(400, 50035, 'Invalid Form Body', errors);

/** Nests the errors as Discord does: `{ components: { 0: { _errors: [{ code, message }] } } }`. */
function errorTree(errors: readonly FormError[], depth = 0): object {
  const here = errors.filter((error) => error.path.length === depth);
  const keys = new Set(errors.flatMap((error) => error.path[depth] ?? []));
  const below: [string, object][] = [...keys].map((key) => [
    String(key),
    errorTree(
      errors.filter((error) => error.path[depth] === key),
      depth + 1,
    ),
  ]);
  return {
    ...(here.length > 0 && { _errors: here.map(({ code, message }) => ({ code, message })) }),
    ...Object.fromEntries(below),
  };
}
