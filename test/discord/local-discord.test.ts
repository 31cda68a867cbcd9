import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  ContextMenuCommandBuilder,
  InteractionContextType,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  type ChatInputCommandInteraction,
  type Client,
  type Interaction,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mention, startLocalDiscord, textsOf, type LocalDiscord } from '../../playground/discord/local-discord.ts';
import { aBot } from './a-bot.ts';

let discord: LocalDiscord;
let bot: Client;

beforeEach(async () => {
  discord = await startLocalDiscord();
});

afterEach(async () => {
  await bot.destroy();
  await discord.close();
});

const echo = new SlashCommandBuilder()
  .setName('echo')
  .setDescription('Says it again')
  .addStringOption((text) =>
    text.setName('text').setDescription('What').setRequired(true).setMaxLength(40).setAutocomplete(true),
  )
  .addBooleanOption((hide) => hide.setName('hide').setDescription('Only for you'));

/** A bot with the command /echo, answered by `answer`. */
async function aBotThat(answer: (command: ChatInputCommandInteraction) => Promise<unknown>): Promise<void> {
  bot = await aBot(discord, {
    commands: [echo],
    onInteraction: async (interaction) => {
      if (interaction.isChatInputCommand()) await answer(interaction);
    },
  });
}

describe('a command', () => {
  it('is answered by a card that pings nobody', async () => {
    await aBotThat((command) =>
      command.reply({
        components: [new TextDisplayBuilder().setContent(`${command.options.getString('text', true)}\n@everyone`)],
        flags: MessageFlags.IsComponentsV2,
      }),
    );

    const card = await discord.use('echo', { text: mention(discord.moderator) });

    expect(textsOf(card)).toEqual([mention(discord.moderator), '@everyone']);
    expect(card.allowed_mentions).toEqual({ parse: [] });
    expect(card).toMatchObject({ mentions: [], mention_everyone: false });
    expect(discord.messagesIn()).toEqual([card]);
    expect(discord.violations).toEqual([]);
  });

  it('is answered after a wait, and then more is said', async () => {
    await aBotThat(async (command) => {
      await command.deferReply({ flags: MessageFlags.Ephemeral });
      await command.editReply('first');
      await command.followUp('second');
      const deleted = await command.followUp('third');
      await command.deleteReply(deleted);
    });

    const more = discord.nextMessage(discord.general, (message) => message.content === 'second');
    const answer = await discord.use('echo', { text: 'x' });

    expect(answer).toMatchObject({ content: 'first', visible_to: discord.reader.id });
    expect((await more).visible_to).toBeNull();
    await discord.until(() => discord.requestsTo('DELETE', /webhooks/)[0], 'the deletion');
    expect(discord.messagesIn().map(({ content }) => content)).toEqual(['first', 'second']);
    expect(discord.messagesIn(discord.general, discord.moderator).map(({ content }) => content)).toEqual(['second']);
    expect(discord.violations).toEqual([]);
  });

  it('gives the bot its answer when it asks for it', async () => {
    await aBotThat(async (command) => {
      const { resource } = await command.reply({ content: 'one', withResponse: true });
      await command.editReply(`${resource?.message?.content ?? ''} and ${(await command.fetchReply()).content}`);
    });

    const first = await discord.use('echo', { text: 'x' });
    const edited = await discord.until(() => {
      const now = discord.now(first);
      return now?.content === 'one and one' ? now : undefined;
    }, 'the edit');

    expect(edited.edited_timestamp).not.toBeNull();
  });

  it('works in a direct message', async () => {
    await aBotThat((command) => command.reply(`in ${String(command.context)} of ${String(command.guildId)}`));

    const answer = await discord.use('echo', { text: 'x' }, { channel: discord.directMessages() });

    expect(answer.content).toBe(`in ${InteractionContextType.BotDM} of null`);
  });

  it('carries what the person and the bot may do', async () => {
    await aBotThat((command) =>
      command.reply(
        `${String(command.memberPermissions?.has('PinMessages'))} ${String(command.appPermissions.has('PinMessages'))}`,
      ),
    );

    expect((await discord.use('echo', { text: 'x' })).content).toBe('false true');
    discord.setPermissions(discord.general, discord.world.bot, { deny: ['PinMessages'] });
    expect((await discord.use('echo', { text: 'x' }, { as: discord.moderator })).content).toBe('true false');
  });

  it.each([
    ['a missing option', 'echo', {}, /needs text/],
    ['an option it has not', 'echo', { text: 'x', size: 1 }, /has no option size/],
    ['a value of another type', 'echo', { text: 'x', hide: 'yes' }, /expected a boolean/],
    ['a text that is too long', 'echo', { text: 'x'.repeat(41) }, /at most 40/],
  ])('is not sent with %s', async (_case, name, options, message) => {
    await aBotThat((command) => command.reply('never'));

    await expect(discord.use(name, options)).rejects.toThrow(message);
  });

  it('says what was refused when no answer comes', async () => {
    await discord.close();
    discord = await startLocalDiscord({ patienceMs: 500 });
    await aBotThat((command) => command.reply('x'.repeat(2001)).catch(() => undefined));

    await expect(discord.use('echo', { text: 'x' })).rejects.toThrow(
      /the last refusal was 400 to POST .*2000 or fewer/,
    );
  });

  it('takes one answer only', async () => {
    const refusal = new Promise((resolve) => {
      void aBotThat(async (command) => {
        await command.reply('one');
        command.replied = false;
        await command.reply('two').catch(resolve);
      });
    });

    await discord.use('echo', { text: 'x' });

    expect(await refusal).toMatchObject({ status: 400, code: 40060 });
  });
});

it('suggests while a person types', async () => {
  bot = await aBot(discord, {
    commands: [echo],
    onInteraction: async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const { name, value } = interaction.options.getFocused(true);
      await interaction.respond([{ name: `${name} ${value}!`, value }]);
    },
  });

  expect(await discord.autocomplete('echo', 'text', 'hal')).toEqual([{ name: 'text hal!', value: 'hal' }]);
  expect(discord.violations).toEqual([]);
});

it('works a message command on a message whose words the bot could not read otherwise', async () => {
  bot = await aBot(discord, {
    commands: [new ContextMenuCommandBuilder().setName('Check').setType(ApplicationCommandType.Message)],
    onInteraction: async (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply(`Read: ${interaction.targetMessage.content}`);
    },
  });

  const claim = discord.send('He said so.');

  expect((await discord.useOn(claim, 'Check')).content).toBe('Read: He said so.');
});

describe('on a message of the bot', () => {
  const buttons = new ActionRowBuilder<ButtonBuilder>().addComponents(
    ['Next', 'Hidden', 'Slowly', 'Delete', 'Form'].map((label) =>
      new ButtonBuilder().setLabel(label).setCustomId(label.toLowerCase()).setStyle(ButtonStyle.Primary),
    ),
  );
  const options = ['a', 'b'].map((value) => ({ label: value.toUpperCase(), value }));
  const select = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder().setCustomId('letters').setPlaceholder('Letters').setMaxValues(2).addOptions(options),
  );
  const input = new TextInputBuilder().setCustomId('words').setStyle(TextInputStyle.Short);
  const form = new ModalBuilder()
    .setCustomId('form')
    .setTitle('A form')
    .addLabelComponents(new LabelBuilder().setLabel('Words').setTextInputComponent(input));

  async function onInteraction(interaction: Interaction): Promise<unknown> {
    if (interaction.isChatInputCommand())
      return interaction.reply({ content: 'page 1', components: [buttons, select] });
    if (interaction.isStringSelectMenu()) return interaction.update(interaction.values.join('+'));
    if (interaction.isModalSubmit()) return interaction.reply(interaction.fields.getTextInputValue('words'));
    if (!interaction.isButton()) return undefined;
    if (interaction.customId === 'next') return interaction.update(`${interaction.message.content}+1`);
    if (interaction.customId === 'hidden') return interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral });
    if (interaction.customId === 'form') return interaction.showModal(form);
    await interaction.deferUpdate();
    if (interaction.customId === 'delete') return interaction.message.delete();
    return interaction.editReply('slow');
  }

  beforeEach(async () => {
    bot = await aBot(discord, { commands: [echo], onInteraction });
  });

  afterEach(() => {
    expect(discord.violations).toEqual([]);
  });

  it('a button changes the message, at once or later', async () => {
    const card = await discord.use('echo', { text: 'x' });
    const next = await discord.press(card, 'Next');
    const slow = await discord.press(next, 'slowly');

    expect([card, next, slow].map(({ content }) => content)).toEqual(['page 1', 'page 1+1', 'slow']);
    expect(discord.now(card)).toEqual(slow);
  });

  it('a button answers only the person who pressed it', async () => {
    const card = await discord.use('echo', { text: 'x' });
    const hidden = await discord.press(card, 'Hidden', { as: discord.moderator });

    expect(discord.messagesIn()).toEqual([card]);
    expect(discord.messagesIn(discord.general, discord.moderator)).toEqual([card, hidden]);
  });

  it('a button deletes the message', async () => {
    const card = await discord.use('echo', { text: 'x' });
    await discord.press(card, 'Delete');

    expect(discord.now(card)).toBeUndefined();
  });

  it('a select sends the values of what was chosen', async () => {
    const card = await discord.use('echo', { text: 'x' });

    expect((await discord.choose(card, 'Letters', ['A', 'b'])).content).toBe('a+b');
  });

  it('a form comes back filled in', async () => {
    const card = await discord.use('echo', { text: 'x' });
    const open = await discord.pressForModal(card, 'Form');

    expect((await discord.submitModal(open, { words: 'as written' })).content).toBe('as written');
  });

  it('there is nothing to press but what stands there', async () => {
    const card = await discord.use('echo', { text: 'x' });

    await expect(discord.press(card, 'Previous')).rejects.toThrow(/no "Previous", but "Next", "Hidden"/);
  });
});
