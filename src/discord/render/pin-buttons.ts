import { ComponentType, type APIButtonComponent, type APIMessageTopLevelComponent } from 'discord.js';
import { button, withButtons } from './card.ts';

/** The buttons by which moderators keep a summary; `state` is that of its view. */
export function pinButtons(state: string, isPinned: boolean): readonly APIButtonComponent[] {
  return isPinned
    ? [button('Unpin', `unpin:${state}`), button('Refresh', `refresh:${state}`)]
    : [button('Pin', `pin:${state}`)];
}

/**
 * The card of a summary with the buttons of one that is pinned, or is not. All else stays as it stands in the message, so
 * it can be done to one whose article has changed or gone.
 */
export function withPinButtons(
  components: readonly APIMessageTopLevelComponent[],
  isPinned: boolean,
): readonly APIMessageTopLevelComponent[] {
  const rows = components.filter((component) => component.type === ComponentType.ActionRow);
  const buttons = rows
    .flatMap((row) => row.components)
    .filter((component) => component.type === ComponentType.Button)
    .flatMap((one): readonly APIButtonComponent[] => {
      const id = 'custom_id' in one ? one.custom_id : '';
      const state = PIN_OR_UNPIN.exec(id)?.[1];
      if (state !== undefined) return pinButtons(state, isPinned);
      return id.startsWith('refresh:') ? [] : [one];
    });
  const rest = components.filter((component) => component.type !== ComponentType.ActionRow);
  return withButtons({ components: rest, hidden: false }, buttons).components;
}

const PIN_OR_UNPIN = /^(?:pin|unpin):(.*)$/s;
