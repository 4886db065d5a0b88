import { readFileSync } from 'node:fs';
import { run } from '@grammyjs/runner';
import { Bot } from 'grammy';

/** The least that answers on Telegram: a constant, through grammY and its runner. */
const [token = '', apiRoot = '', constant = ''] = process.argv.slice(2);
const { chat_id: _, rich_message, text, ...other } = JSON.parse(readFileSync(constant, 'utf8'));
const bot = new Bot(token, { client: { apiRoot } });
bot.command('faq', (context) =>
  rich_message
    ? context.api.sendRichMessage(context.chat.id, rich_message, other)
    : context.api.sendMessage(context.chat.id, text, other),
);
run(bot);
