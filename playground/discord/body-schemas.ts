import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;
const operation = z.looseObject({
  requestBody: z.looseObject({ content: z.record(z.string(), z.unknown()) }).optional(),
});
const openApi = z.looseObject({
  paths: z.record(
    z.string(),
    z.looseObject(Object.fromEntries(METHODS.map((method) => [method, operation.optional()]))),
  ),
});

/** What is wrong with a body, by Discord's description of the route; an empty list: nothing. */
export type CheckBody = (method: string, path: string, body: unknown) => readonly string[];

/** One checker for each file: many local Discords may start in one process. */
const checkers = new Map<string, CheckBody>();

/**
 * Holds bodies against Discord's OpenAPI document (https://github.com/discord/discord-api-spec).
 * A route is compiled when it is first used.
 *
 * @returns null where there is no such file
 */
export function bodyChecker(file: string): CheckBody | null {
  if (!existsSync(file)) return null;
  const checker = checkers.get(file) ?? readChecker(file);
  checkers.set(file, checker);
  return checker;
}

function readChecker(file: string): CheckBody {
  const document: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const { paths } = openApi.parse(document);
  const routes = Object.keys(paths).map((route) => ({ route, pattern: patternOf(route) }));
  const ajv = newAjv();
  ajv.addSchema(z.record(z.string(), z.unknown()).parse(document), 'discord', false, false);
  const compiled = new Map<string, ValidateFunction | null>();

  const validator = (method: string, route: string): ValidateFunction | null => {
    const pointer = ['paths', route, method, 'requestBody', 'content', 'application/json', 'schema'];
    const path = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    return ajv.getSchema(`discord#/${path}`) ?? null;
  };

  return (method, path, body) => {
    const route = routes.find(({ pattern }) => pattern.test(path))?.route;
    if (route === undefined) return [`Discord has no route ${method} ${path}`];
    const key = `${method} ${route}`;
    const validate = compiled.get(key) ?? validator(method.toLowerCase(), route);
    compiled.set(key, validate);
    if (validate === null) return [`Discord takes no body at ${method} ${route}`];
    return validate(body) ? [] : deepest(validate.errors ?? []);
  };
}

/** Compiles fast: the schemas are large and the bodies small. */
function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, inlineRefs: false, code: { optimize: false }, validateSchema: false });
  addFormats.default(ajv);
  ajv.addFormat('snowflake', /^\d+$/);
  ajv.addFormat('nonce', true);
  return ajv;
}

/** Matches a path to a route. A variable is never `@me` or `@original`, which are routes of their own. */
function patternOf(route: string): RegExp {
  const source = route.replaceAll(/[.@]/g, '\\$&').replaceAll(/\{[^}]+\}/g, '[^/@]+');
  return new RegExp(`^${source}$`);
}

/** Of the errors of all the shapes a body could have had, those that lie deepest in it: it came closest to that shape. */
function deepest(errors: readonly ErrorObject[]): string[] {
  const depth = (error: ErrorObject) => error.instancePath.split('/').length;
  const most = Math.max(...errors.map(depth));
  return [
    ...new Set(
      errors
        .filter((error) => depth(error) === most)
        .map((error) => `${error.instancePath || 'the body'} ${error.message ?? 'is wrong'}`),
    ),
  ];
}
