import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import { invalidForm, unknownChannel, type FormError } from '../errors.ts';
import type { Interactions } from '../interactions.ts';
import type { Channel, Viewer, World } from '../state.ts';
import type { WireLog } from '../wire-log.ts';

/** What a route works on. */
export interface RestOptions {
  readonly world: World;
  readonly interactions: Interactions;
  readonly log: WireLog;
  readonly token: string;
  /** What REST shows the bot of other people's messages. */
  readonly viewer: Viewer;
  readonly gatewayUrl: () => string;
  /** Says what is wrong with a body by Discord's own description, or null where there is none. */
  readonly checkBody: ((method: string, route: string, body: unknown) => readonly string[]) | null;
}

/** What the first handler has found out about a request. */
export interface Variables {
  Variables: { body: unknown };
}

export type Rest = Hono<Variables>;

/** The request's body in the shape that the route needs. @throws DiscordError 50035 naming each problem */
export function read<T>(c: Context<Variables>, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(c.get('body'));
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }): FormError => ({
    path: path.map(String),
    code: 'BASE_TYPE_BAD',
    message,
  }));
  throw invalidForm(errors);
}

/** An answer without a body, and so without a content type. */
export function nothing(): Response {
  return new Response(null, { status: 204 });
}

export function findChannel(world: World, id: string): Channel {
  const channel = world.channels.get(id);
  if (channel === undefined) throw unknownChannel();
  return channel;
}

/** A number from the query within its bounds. */
export function limitOf(text: string | undefined, otherwise: number, most: number): number {
  const asked = Number(text ?? otherwise);
  return Number.isInteger(asked) && asked >= 1 && asked <= most ? asked : otherwise;
}
