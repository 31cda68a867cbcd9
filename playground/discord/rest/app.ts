import { setTimeout as sleep } from 'node:timers/promises';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { DiscordError, invalidForm, unauthorized, unknownRoute } from '../errors.ts';
import { isFromHere } from '../loopback.ts';
import { stateChange } from '../state.ts';
import type { WireLog } from '../wire-log.ts';
import { addApplicationRoutes } from './applications.ts';
import { addChannelRoutes } from './channels.ts';
import type { Rest, RestOptions, Variables } from './context.ts';
import { addGuildRoutes } from './guilds.ts';
import { addInteractionRoutes } from './interactions.ts';
import { addMessageRoutes } from './messages.ts';
import { addPinRoutes } from './pins.ts';
import { addThreadRoutes } from './threads.ts';

const BASE = '/api/v10';

/** Discord's REST interface over the given state. Every request is written down with its answer. */
export function restApp(options: RestOptions): Rest {
  const app: Rest = new Hono<Variables>();
  app.onError(answerError);
  app.notFound((c) => answerError(unknownRoute(), c));
  app.use(refuseOtherSites);
  app.use(`${BASE}/*`, logged(options));

  const api: Rest = new Hono<Variables>();
  addInteractionRoutes(api, options);
  addApplicationRoutes(api, options);
  addGuildRoutes(api, options);
  addChannelRoutes(api, options);
  // Before the messages: "pins" would be taken for a message's id.
  addPinRoutes(api, options);
  addMessageRoutes(api, options);
  addThreadRoutes(api, options);
  app.route(BASE, api);
  return app;
}

function answerError(error: Error, c: Context): Response {
  if (error instanceof DiscordError) {
    const wait = error.retryAfter === null ? {} : { 'retry-after': String(error.retryAfter) };
    return c.json(error.toBody(), error.status, wait);
  }
  console.error(error);
  return c.json(new DiscordError(500, 0, '500: Internal Server Error').toBody(), 500);
}

async function refuseOtherSites(c: Context, next: () => Promise<void>): Promise<Response | undefined> {
  if (!isFromHere(c.req.header())) {
    return c.text('This local Discord answers this computer only.', 403);
  }
  await next();
  return undefined;
}

/** Reads the body, checks it, lets the route answer, and writes it all down. */
function logged(options: RestOptions): MiddlewareHandler<Variables> {
  const { log } = options;
  return async (c, next) => {
    const { method } = c.req;
    const path = c.req.path.slice(BASE.length);
    const body = await bodyOf(c);
    c.set('body', body);
    if (log.latencyMs > 0) await sleep(log.latencyMs);
    const refusal = refusalOf(options, method, path, c.req.header('authorization'));
    if (refusal === null) {
      noteViolations(options, method, path, body);
      await next();
      noteFormErrors(log, method, path, c.error);
    } else {
      c.res = answerError(refusal, c);
    }
    const reason = c.req.header('x-audit-log-reason');
    log.requests.push({
      method,
      path,
      query: c.req.query(),
      headers: c.req.header(),
      body,
      reason: reason === undefined ? null : decodeURIComponent(reason),
      status: c.res.status,
      response: c.res.status === 204 ? null : await c.res.clone().json(),
    });
    options.world.tell(stateChange('REQUEST_ANSWERED'));
  };
}

/** What stands in the way of a request before any route sees it: an ordered failure, a wrong token. */
function refusalOf(
  options: RestOptions,
  method: string,
  path: string,
  authorization: string | undefined,
): DiscordError | null {
  const failure = options.log.takeFailure(method, path);
  if (failure !== undefined) {
    const { status, code = 0, message = `${status}: planned failure`, retryAfter = null } = failure;
    return new DiscordError(status, code, message, [], retryAfter);
  }
  return needsToken(path) && authorization !== `Bot ${options.token}` ? unauthorized() : null;
}

function noteFormErrors(log: WireLog, method: string, path: string, error: unknown): void {
  if (!(error instanceof DiscordError)) return;
  const problems = error.formErrors.map(({ path: at, message }) => `${at.join('.')}: ${message}`);
  if (error.status === 500) problems.push('More bytes of text than Discord can take');
  if (problems.length === 0) return;
  log.violations.push({ method, path, problems });
}

function noteViolations({ log, checkBody }: RestOptions, method: string, path: string, body: unknown): void {
  if (body === undefined || checkBody === null) return;
  const problems = checkBody(method, path, body);
  if (problems.length > 0) log.violations.push({ method, path, problems });
}

/** Interactions and webhooks carry their own token in the path. */
function needsToken(path: string): boolean {
  return !/^\/interactions\/\d+\/[^/]+\/callback$|^\/webhooks\/\d+\/[^/]+/.test(path);
}

/** The JSON of a request; of an upload the JSON beside its files. */
async function bodyOf(c: Context): Promise<unknown> {
  const type = c.req.header('content-type') ?? '';
  if (type.startsWith('multipart/form-data')) {
    const { payload_json: payload } = await c.req.parseBody();
    return typeof payload === 'string' ? JSON.parse(payload) : undefined;
  }
  const text = await c.req.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw invalidForm([{ path: [], code: 'JSON_INVALID', message: 'The body is not JSON.' }]);
  }
}
