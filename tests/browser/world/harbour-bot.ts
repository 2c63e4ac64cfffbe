import { Bot, InlineKeyboard, Keyboard } from 'grammy';

/** How many steps the bot's broadcast takes. */
export const STEPS = 10;

function bar(done: number): string {
  return `${'▓'.repeat(done)}${'░'.repeat(STEPS - done)} ${done * 10} %`;
}

/** A small bot with what a channel bot does: commands, buttons that edit, answers in passing, a keyboard, a broadcast. */
export function createHarbourBot(token: string, apiRoot: string, audience: readonly number[]): Bot {
  const bot = new Bot(token, { client: { apiRoot } });

  bot.command('start', (ctx) =>
    ctx.reply(ctx.match === '' ? `Good morning, ${ctx.from?.first_name}.` : `Opened at ${ctx.match}.`),
  );
  bot.command('latest', (ctx) =>
    ctx.reply('Page one: the ferry is late.', { reply_markup: new InlineKeyboard().text('Next', 'page:2') }),
  );
  bot.command('ask', (ctx) =>
    ctx.reply('Which pier?', {
      reply_markup: new Keyboard().text('North pier').text('South pier').resized(),
    }),
  );
  bot.command('answers', (ctx) =>
    ctx.reply('Two kinds of answers.', {
      reply_markup: new InlineKeyboard().text('In passing', 'toast').text('To be read', 'alert'),
    }),
  );
  bot.command('broadcast', async (ctx) => {
    const { message_id } = await ctx.reply(bar(0));
    for (let step = 1; step <= STEPS; step += 1) {
      const reader = audience[step % audience.length];
      if (reader !== undefined)
        await ctx.api.sendMessage(reader, `Storm warning ${step}`).catch(() => undefined);
      await ctx.api.editMessageText(ctx.chat.id, message_id, bar(step));
    }
  });
  bot.callbackQuery('page:2', async (ctx) => {
    await ctx.editMessageText('Page two: the depot stays.');
    await ctx.answerCallbackQuery();
  });
  bot.callbackQuery('toast', (ctx) => ctx.answerCallbackQuery('Noted, in passing'));
  bot.callbackQuery('alert', (ctx) => ctx.answerCallbackQuery({ text: 'Read this first', show_alert: true }));
  bot.on('message:text', (ctx) =>
    ctx.reply(`You said ${ctx.message.text}`, { reply_parameters: { message_id: ctx.message.message_id } }),
  );
  return bot;
}
