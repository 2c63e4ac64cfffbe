import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as grammy from 'grammy';
import * as ntba from 'node-telegram-bot-api';
import { createWebhookServer } from 'node-telegram-bot-api/node';
import { Telegraf } from 'telegraf';
import { CHANNEL, TOKEN } from './harbour.ts';

/** Ends a bot, however it was started. */
export type Stop = () => Promise<void>;

/**
 * The same small bot, written for each framework: `/start` is answered with a button, which edits the answer; `/post` puts a
 * photo into the channel and then corrects its caption.
 */
export type FrameworkBot = {
  readonly name: string;
  readonly poll: (apiRoot: string) => Promise<Stop>;
  readonly listen: (apiRoot: string) => Promise<Stop>;
};

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const GREETING = 'Good morning, Mara.';
const MORE = 'Here is more.';
const CAPTION = 'The ferry is late.';
const CORRECTED = 'The ferry was on time.';
const SECRET = 'a-secret_of_the_hook';
const KEYBOARD = { inline_keyboard: [[{ text: 'More', callback_data: 'more' }]] };

/** A server on this machine for one handler; the returned address is that of its hook. */
async function serve(handler: RequestListener): Promise<{ url: string; close: Stop }> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function grammyBot(apiRoot: string): grammy.Bot {
  const bot = new grammy.Bot(TOKEN, { client: { apiRoot } });
  bot.command('start', (ctx) => ctx.reply(GREETING, { reply_markup: KEYBOARD }));
  bot.command('post', async (ctx) => {
    const photo = new grammy.InputFile(PICTURE, 'ferry.png');
    const post = await ctx.api.sendPhoto(CHANNEL, photo, { caption: CAPTION });
    await ctx.api.editMessageCaption(CHANNEL, post.message_id, { caption: CORRECTED });
  });
  bot.callbackQuery('more', async (ctx) => {
    await ctx.answerCallbackQuery();
    await ctx.editMessageText(MORE);
  });
  return bot;
}

const grammyFramework: FrameworkBot = {
  name: 'grammY',
  poll: async (apiRoot) => {
    const bot = grammyBot(apiRoot);
    const polling = bot.start();
    return async () => {
      await bot.stop();
      await polling;
    };
  },
  listen: async (apiRoot) => {
    const bot = grammyBot(apiRoot);
    const { url, close } = await serve(grammy.webhookCallback(bot, 'http', { secretToken: SECRET }));
    await bot.api.setWebhook(url, { secret_token: SECRET });
    return close;
  },
};

function telegrafBot(apiRoot: string): Telegraf {
  const bot = new Telegraf(TOKEN, { telegram: { apiRoot } });
  bot.start((ctx) => ctx.reply(GREETING, { reply_markup: KEYBOARD }));
  bot.command('post', async (ctx) => {
    const post = await ctx.telegram.sendPhoto(
      CHANNEL,
      { source: PICTURE, filename: 'ferry.png' },
      { caption: CAPTION },
    );
    await ctx.telegram.editMessageCaption(CHANNEL, post.message_id, undefined, CORRECTED);
  });
  bot.action('more', async (ctx) => {
    await ctx.answerCbQuery();
    await ctx.editMessageText(MORE);
  });
  return bot;
}

const telegrafFramework: FrameworkBot = {
  name: 'Telegraf',
  poll: async (apiRoot) => {
    const bot = telegrafBot(apiRoot);
    const polling = bot.launch();
    return async () => {
      bot.stop();
      await polling;
    };
  },
  listen: async (apiRoot) => {
    const bot = telegrafBot(apiRoot);
    const { url, close } = await serve(bot.webhookCallback('/hook', { secretToken: SECRET }));
    await bot.telegram.setWebhook(url, { secret_token: SECRET });
    return close;
  },
};

function ntbaBot(apiRoot: string): ntba.Bot {
  const bot = new ntba.Bot(TOKEN, { apiRoot });
  bot.command('start', async (ctx) => {
    await ctx.reply(GREETING, { reply_markup: KEYBOARD });
  });
  bot.command('post', async (ctx) => {
    const photo = new ntba.InputFile(PICTURE, { filename: 'ferry.png' });
    const post = await ctx.api.sendPhoto({ chat_id: CHANNEL, photo, caption: CAPTION });
    await ctx.api.editMessageCaption({
      chat_id: CHANNEL,
      message_id: post.message_id,
      caption: CORRECTED,
    });
  });
  bot.on('callback_query', async (ctx) => {
    await ctx.answerCallbackQuery();
    const pressed = ctx.callbackQuery?.message;
    if (pressed === undefined) return;
    await ctx.api.editMessageText({ chat_id: pressed.chat.id, message_id: pressed.message_id, text: MORE });
  });
  return bot;
}

const ntbaFramework: FrameworkBot = {
  name: 'node-telegram-bot-api',
  poll: async (apiRoot) => {
    const bot = ntbaBot(apiRoot);
    const polling = bot.startPolling();
    return async () => {
      bot.stop();
      await polling;
    };
  },
  listen: async (apiRoot) => {
    const bot = ntbaBot(apiRoot);
    const server = createWebhookServer(bot, { path: '/hook', secretToken: SECRET });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await bot.api.setWebhook({ url: `http://127.0.0.1:${port}/hook`, secret_token: SECRET });
    return () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      });
  },
};

export const FRAMEWORKS: readonly FrameworkBot[] = [grammyFramework, telegrafFramework, ntbaFramework];
