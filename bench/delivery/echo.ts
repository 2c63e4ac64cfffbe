import { Bot } from 'grammy';
import { Telegraf } from 'telegraf';

/** The least bot there is, in a process of its own: `echo.js grammy|telegraf TOKEN ADDRESS` says back what it is told. */
const running = (): void => {
  process.stdout.write('Echo is running\n');
};
const [kind, token = '', apiRoot = ''] = process.argv.slice(2);
if (kind === 'grammy') {
  const bot = new Bot(token, { client: { apiRoot } });
  bot.on('message:text', (context) => context.reply(context.message.text));
  await bot.start({ onStart: running });
} else {
  const bot = new Telegraf(token, { telegram: { apiRoot } });
  bot.on('text', (context) => context.reply(context.message.text));
  await bot.launch(running);
}
