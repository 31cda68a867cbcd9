import { DiscordjsError, DiscordjsErrorCodes } from 'discord.js';
import { GatewayClosed, GatewaySilent } from './bot.ts';

const PORTAL = 'https://discord.com/developers/applications';

/** What to tell whoever started the bot when it cannot connect; null for an error that nobody expected. */
export function explainFailure(error: unknown, apiUrl: string | null): string | null {
  const address = apiUrl ?? 'https://discord.com/api';
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return wrongToken();
  if (statusOf(error) === 401 || closeCode(error) === 4004) return wrongToken();
  const code = closeCode(error);
  if (code === 4014 || code === 4013) {
    return `Discord refused an intent (close code ${code}). Enable "Message Content Intent" on the Bot page of your application at ${PORTAL}, or take MESSAGE_CONTENT out of .env.`;
  }
  if (code !== null) return `Discord closed the connection at ${address} (close code ${code}). Try again later.`;
  if (error instanceof GatewaySilent) {
    return `Discord at ${address} answers, but its gateway does not let the bot in. Check the network and firewall for web sockets, then try again.`;
  }
  const status = statusOf(error);
  if (status !== null)
    return `Discord at ${address} answered with status ${status}. Try again later, or check DISCORD_API_URL.`;
  return isNetworkError(error)
    ? `Discord cannot be reached at ${address}. Check the network, and DISCORD_API_URL if you have set it.`
    : null;
}

function wrongToken(): string {
  return `Discord does not know the token in DISCORD_TOKEN. Copy it anew from the Bot page of your application at ${PORTAL} ("Reset Token").`;
}

function closeCode(error: unknown): number | null {
  if (error instanceof GatewayClosed) return error.code;
  const said = error instanceof Error ? /^Used (disallowed|invalid) intents/i.exec(error.message) : null;
  if (said !== null) return said[1]?.toLowerCase() === 'disallowed' ? 4014 : 4013;
  return null;
}

function statusOf(error: unknown): number | null {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : null;
}

function isNetworkError(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && /^(?:E[A-Z]+|UND_ERR_\w+)$/.test(String(cause.code))) return true;
    if (cause instanceof AggregateError || cause.name === 'AbortError' || cause.message === 'fetch failed') return true;
  }
  return false;
}
