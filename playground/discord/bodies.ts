import { z } from 'zod';

/** A part of a message or a modal. Only what the local Discord looks at has a name. */
export interface Component {
  readonly type: number;
  readonly id?: number | null | undefined;
  readonly style?: number | null | undefined;
  readonly custom_id?: string | null | undefined;
  readonly label?: string | null | undefined;
  readonly placeholder?: string | null | undefined;
  readonly content?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly disabled?: boolean | null | undefined;
  readonly options?: readonly { readonly label: string; readonly value: string }[] | null | undefined;
  readonly min_values?: number | null | undefined;
  readonly max_values?: number | null | undefined;
  readonly components?: readonly Component[] | null | undefined;
  readonly component?: Component | null | undefined;
  readonly accessory?: Component | null | undefined;
}

const component: z.ZodType<Component> = z.lazy(() =>
  z.looseObject({
    type: z.number(),
    id: z.number().nullish(),
    style: z.number().nullish(),
    custom_id: z.string().nullish(),
    label: z.string().nullish(),
    placeholder: z.string().nullish(),
    content: z.string().nullish(),
    url: z.string().nullish(),
    disabled: z.boolean().nullish(),
    options: z.array(z.looseObject({ label: z.string(), value: z.string() })).nullish(),
    min_values: z.number().nullish(),
    max_values: z.number().nullish(),
    components: z.array(component).nullish(),
    component: component.nullish(),
    accessory: component.nullish(),
  }),
);

const allowedMentions = z.looseObject({
  parse: z.array(z.string()).nullish(),
  users: z.array(z.string()).nullish(),
  replied_user: z.boolean().nullish(),
});

export const messageBody = z.looseObject({
  content: z.string().nullish(),
  components: z.array(component).nullish(),
  embeds: z.array(z.unknown()).nullish(),
  flags: z.number().nullish(),
  allowed_mentions: allowedMentions.nullish(),
  message_reference: z.looseObject({ message_id: z.string(), fail_if_not_exists: z.boolean().nullish() }).nullish(),
  nonce: z.union([z.string(), z.number()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
});

/** What somebody sends as a message, or changes about one: what is absent stays as it is. */
export type MessageBody = z.infer<typeof messageBody>;

const modal = z.looseObject({ custom_id: z.string(), title: z.string(), components: z.array(component) });

/** A form as the bot opened it. */
export type Modal = Readonly<z.infer<typeof modal>>;

const choice = z.looseObject({ name: z.string(), value: z.union([z.string(), z.number()]) });

/** One suggestion of an autocomplete. */
export type Choice = Readonly<z.infer<typeof choice>>;

/** What a bot may answer to an interaction. https://docs.discord.com/developers/interactions/receiving-and-responding */
export const callbackBody = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal(4), data: messageBody }),
  z.looseObject({ type: z.literal(5), data: messageBody.nullish() }),
  z.looseObject({ type: z.literal(6) }),
  z.looseObject({ type: z.literal(7), data: messageBody }),
  z.looseObject({ type: z.literal(8), data: z.looseObject({ choices: z.array(choice) }) }),
  z.looseObject({ type: z.literal(9), data: modal }),
]);

export type CallbackBody = z.infer<typeof callbackBody>;

export const threadBody = z.looseObject({
  name: z.string(),
  auto_archive_duration: z.number().nullish(),
  type: z.number().nullish(),
});

export const channelPatchBody = z.looseObject({
  name: z.string().nullish(),
  archived: z.boolean().nullish(),
  locked: z.boolean().nullish(),
  auto_archive_duration: z.number().nullish(),
});

const commandOption = z.looseObject({
  type: z.number(),
  name: z.string(),
  required: z.boolean().optional(),
  autocomplete: z.boolean().optional(),
  max_length: z.number().optional(),
  choices: z.array(choice).optional(),
  get options() {
    return z.array(commandOption).optional();
  },
});

export const commandsBody = z.array(
  z.looseObject({
    type: z.number().default(1),
    name: z.string(),
    options: z.array(commandOption).default([]),
    contexts: z.array(z.number()).nullish(),
    default_member_permissions: z.string().nullish(),
  }),
);
