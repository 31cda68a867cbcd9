import type { Component, MessageBody } from './bodies.ts';
import type { FormError } from './errors.ts';

/** The flag of a message made of components alone. */
export const IS_COMPONENTS_V2 = 1 << 15;

/** Limits of a message, from https://docs.discord.com/developers/components/reference */
const MOST_COMPONENTS = 40;
/** UTF-16 code units of all text displays together. */
const MOST_TEXT = 4000;
/** UTF-8 bytes of all text displays together, each counted with 12 more. Discord answers with a 500 beyond it. */
const MOST_TEXT_BYTES = 10_170;
const BYTES_PER_TEXT = 12;
const MOST_CONTENT = 2000;
const LONGEST_CUSTOM_ID = 100;
const LONGEST_LABEL = 80;
const LONGEST_URL = 512;
const MOST_IN_ROW = 5;
const MOST_OPTIONS = 25;

/** Component types. */
export const ACTION_ROW = 1;
export const BUTTON = 2;
const STRING_SELECT = 3;
const TEXT_DISPLAY = 10;
const LINK_STYLE = 5;
/** What may stand at the top of a message with IS_COMPONENTS_V2: rows, sections, texts, media, files, separators, containers. */
const TOP_LEVEL = new Set([ACTION_ROW, 9, TEXT_DISPLAY, 12, 13, 14, 17]);

interface Placed {
  readonly component: Component;
  readonly path: readonly (string | number)[];
}

/** All components with their places, each before those inside it. */
export function flatten(
  components: readonly Component[],
  path: readonly (string | number)[] = ['components'],
): Placed[] {
  return components.flatMap((component, index) => placed(component, [...path, index]));
}

function placed(component: Component, path: readonly (string | number)[]): Placed[] {
  const single = (['component', 'accessory'] as const).flatMap((key) => {
    const inner = component[key];
    return inner ? placed(inner, [...path, key]) : [];
  });
  return [{ component, path }, ...flatten(component.components ?? [], [...path, 'components']), ...single];
}

/** Whether Discord fails (with a 500, not a refusal) on this much text. */
export function hasTooManyBytes(components: readonly Component[]): boolean {
  const texts = flatten(components).filter(({ component }) => component.type === TEXT_DISPLAY);
  const bytes = texts.map(({ component }) => Buffer.byteLength(component.content ?? '') + BYTES_PER_TEXT);
  return bytes.reduce((sum, size) => sum + size, 0) > MOST_TEXT_BYTES;
}

/** What is wrong with a message's content and components. `flags` are those it will have. */
export function messageErrors(body: MessageBody, flags: number): readonly FormError[] {
  const components = flatten(body.components ?? []);
  const isV2 = (flags & IS_COMPONENTS_V2) !== 0;
  return [
    ...(isV2 ? legacyErrors(body) : contentErrors(body)),
    ...wholeErrors(components),
    ...customIdErrors(components),
    ...(body.components ?? []).flatMap((component, index) => topLevelErrors(component, index, isV2)),
    ...components.flatMap(componentErrors),
  ];
}

function legacyErrors(body: MessageBody): FormError[] {
  const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
  return (['content', 'embeds'] as const)
    .filter((field) => (body[field]?.length ?? 0) > 0)
    .map((field) => ({
      path: [field],
      code,
      message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    }));
}

function contentErrors(body: MessageBody): FormError[] {
  return (body.content?.length ?? 0) > MOST_CONTENT ? [tooLong(['content'], MOST_CONTENT)] : [];
}

function wholeErrors(components: readonly Placed[]): FormError[] {
  const path = ['components'];
  const text = components.reduce(
    (sum, { component }) => sum + (component.type === TEXT_DISPLAY ? (component.content?.length ?? 0) : 0),
    0,
  );
  return [
    ...(components.length > MOST_COMPONENTS
      ? [
          {
            path,
            code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
            message: `The total number of components cannot exceed ${MOST_COMPONENTS}`,
          },
        ]
      : []),
    ...(text > MOST_TEXT
      ? [
          {
            path,
            code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
            message: `The total displayable text size of components exceeds the maximum size of ${MOST_TEXT}`,
          },
        ]
      : []),
  ];
}

function customIdErrors(components: readonly Placed[]): FormError[] {
  const seen = new Set<string>();
  return components.flatMap(({ component: { custom_id: customId }, path }) => {
    if (customId === undefined || customId === null) return [];
    const isRepeated = seen.has(customId);
    seen.add(customId);
    return isRepeated
      ? [
          {
            path: [...path, 'custom_id'],
            code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
            message: 'Component custom id cannot be duplicated',
          },
        ]
      : [];
  });
}

function topLevelErrors(component: Component, index: number, isV2: boolean): FormError[] {
  if (component.type === ACTION_ROW || (isV2 && TOP_LEVEL.has(component.type))) return [];
  const expected = isV2 ? [...TOP_LEVEL].join(', ') : `${ACTION_ROW}`;
  return [
    {
      path: ['components', index, 'type'],
      code: 'UNION_TYPE_CHOICES',
      message: `Value of field "type" must be one of (${expected},).`,
    },
  ];
}

function componentErrors({ component, path }: Placed): FormError[] {
  const at = (...more: (string | number)[]) => [...path, ...more];
  const errors: FormError[] = [];
  if ((component.custom_id?.length ?? 0) > LONGEST_CUSTOM_ID) errors.push(tooLong(at('custom_id'), LONGEST_CUSTOM_ID));
  if (component.type === BUTTON) errors.push(...buttonErrors(component, path));
  if (component.type === TEXT_DISPLAY && !component.content) errors.push(required(at('content')));
  if (component.type === ACTION_ROW && (component.components?.length ?? 0) > MOST_IN_ROW) {
    errors.push(badSize(at('components'), MOST_IN_ROW));
  }
  if (component.type === STRING_SELECT && (component.options?.length ?? 0) > MOST_OPTIONS) {
    errors.push(badSize(at('options'), MOST_OPTIONS));
  }
  return errors;
}

function buttonErrors(button: Component, path: readonly (string | number)[]): FormError[] {
  const errors: FormError[] = [];
  if ((button.label?.length ?? 0) > LONGEST_LABEL) errors.push(tooLong([...path, 'label'], LONGEST_LABEL));
  if ((button.url?.length ?? 0) > LONGEST_URL) errors.push(tooLong([...path, 'url'], LONGEST_URL));
  const needed = button.style === LINK_STYLE ? 'url' : 'custom_id';
  if (!button[needed]) errors.push(required([...path, needed]));
  return errors;
}

function tooLong(path: FormError['path'], most: number): FormError {
  return { path, code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${most} or fewer in length.` };
}

function badSize(path: FormError['path'], most: number): FormError {
  return { path, code: 'BASE_TYPE_BAD_LENGTH', message: `Must be between 1 and ${most} in length.` };
}

function required(path: FormError['path']): FormError {
  return { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
}
