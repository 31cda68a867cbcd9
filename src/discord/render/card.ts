import { ButtonStyle, ComponentType, type APIButtonComponent, type APIMessageTopLevelComponent } from 'discord.js';
import { lines, md, small, type Markdown } from './escape.ts';

/** Most UTF-16 code units of text on one card. https://docs.discord.com/developers/components/reference */
export const CARD_LENGTH = 4000;

/** Most UTF-8 bytes of all texts of a message together, each counted with 12 more. Measured: beyond it Discord answers with a 500. */
const CARD_BYTES = 10_170;
const BYTES_PER_TEXT = 12;

/** Room kept for what stands around the parts: the asked words, the head and the counting line. */
const ROOM_AROUND = 1200;

/** Longest address on a link button. */
export const LONGEST_BUTTON_URL = 512;

/** The text display that holds what was asked: found by this number when a button is pressed. */
export const ASKED_ID = 7001;

/** A message of components, as our code hands it to discord.js. */
export interface Card {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly hidden: boolean;
}

/** What a card says. Each part is shown whole or not at all. */
export interface CardText {
  /** What was asked, shown above the card in small print. */
  readonly asked: Markdown | null;
  readonly head: readonly Markdown[];
  readonly parts: readonly Markdown[];
  readonly foot: readonly Markdown[];
  /** 24-bit RGB. */
  readonly colour?: number;
}

/** Puts text and buttons on a card. Parts that do not fit are left out whole and counted. */
export function card(text: CardText, buttons: readonly APIButtonComponent[], hidden: boolean): Card {
  const content = fitWhole(text);
  return {
    hidden,
    components: [
      ...(text.asked === null
        ? []
        : [{ type: ComponentType.TextDisplay as const, id: ASKED_ID, content: small(text.asked) }]),
      {
        type: ComponentType.Container,
        accent_color: text.colour ?? null,
        components: [{ type: ComponentType.TextDisplay, content }],
      },
      ...rowsOf(buttons).map((row) => ({ type: ComponentType.ActionRow as const, components: [...row] })),
    ],
  };
}

/** Most buttons in a row. https://docs.discord.com/developers/components/reference */
const ROW = 5;

function rowsOf(buttons: readonly APIButtonComponent[]): readonly (readonly APIButtonComponent[])[] {
  return Array.from({ length: Math.ceil(buttons.length / ROW) }, (_, n) => buttons.slice(n * ROW, (n + 1) * ROW));
}

/** A card of our own words only. */
export function notice(text: Markdown, hidden = true): Card {
  return { hidden, components: [{ type: ComponentType.TextDisplay, content: text }] };
}

export function linkButton(label: string, url: string): APIButtonComponent {
  return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
}

export function button(
  label: string,
  customId: string,
  style: ButtonStyle.Secondary | ButtonStyle.Danger = ButtonStyle.Secondary,
): APIButtonComponent {
  return { type: ComponentType.Button, style, label, custom_id: customId };
}

/**
 * Puts as many parts as fit on a card, in order, each whole or not at all: a quotation cut short is no longer what was said.
 *
 * The last line counts the parts left out.
 */
export function fitWhole({ asked, head, parts, foot }: CardText): Markdown {
  for (let shown = parts.length; shown >= 0; shown--) {
    const left = parts.length - shown;
    const text = lines(...head, ...spaced(parts.slice(0, shown)), ...foot, ...(left > 0 ? [leftOut(left)] : []));
    if (fits([...(asked === null ? [] : [small(asked)]), text])) return text;
  }
  return leftOut(parts.length);
}

/** Spreads parts over pages, so that each page fits on a card; a part too long for any page stands alone on its own. */
export function paginate(parts: readonly Markdown[]): readonly (readonly Markdown[])[] {
  const pages: Markdown[][] = [];
  for (const part of parts) {
    const page = pages.at(-1);
    if (page !== undefined && fits([lines(...spaced([...page, part]))], ROOM_AROUND)) page.push(part);
    else pages.push([part]);
  }
  return pages;
}

/** Whether texts fit on one card with `room` to spare. */
export function fits(texts: readonly Markdown[], room = 0): boolean {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + BYTES_PER_TEXT, 0);
  return length <= CARD_LENGTH - room && bytes <= CARD_BYTES - 2 * room;
}

/** Whether a single part can stand on a card beside the head and the foot. */
export function fitsAlone(part: Markdown): boolean {
  return fits([part], ROOM_AROUND);
}

function spaced(parts: readonly Markdown[]): Markdown[] {
  return parts.flatMap((part, n) => (n === 0 ? [part] : [md``, part]));
}

function leftOut(count: number): Markdown {
  return small(
    count === 1 ? md`1 more passage does not fit on this card` : md`${count} more passages do not fit on this card`,
  );
}
