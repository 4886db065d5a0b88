import { GrammyError, HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { loggable, reasonOf, refusalOf } from '../../../src/platforms/telegram/refusals.ts';

const refusal = (error_code: number, description: string) =>
  new GrammyError('Call to sendMessage failed!', { ok: false, error_code, description }, 'sendMessage', {});
const address = 'https://api.telegram.org/bot123:SECRET-token/getMe';

describe('a refusal', () => {
  it.each([
    [401, 'Unauthorized', 'revoked'],
    [403, 'Forbidden: bot was kicked from the supergroup chat', 'gone'],
    [404, 'Not Found', 'unknown-method'],
    [400, 'Bad Request: chat not found', 'gone'],
    [400, 'Bad Request: not enough rights to send text messages to the chat', 'gone'],
    [400, 'Bad Request: message thread not found', 'gone'],
    [400, 'Bad Request: message is not modified: specified new message content…', 'unchanged'],
    [400, 'Bad Request: message to edit not found', 'not-editable'],
    [400, 'Bad Request: query is too old and response timeout expired or query ID is invalid', 'late'],
    [400, "Bad Request: can't parse entities", 'content'],
    [429, 'Too Many Requests: retry after 5', undefined],
    [500, 'Internal Server Error', undefined],
  ])('%s %s means %s', (code, description, meaning) => expect(refusalOf(refusal(code, description))).toBe(meaning));

  it('is not what a broken network is', () => {
    expect(refusalOf(new HttpError('Network request failed!', new Error('socket hang up')))).toBeUndefined();
  });
});

describe('what is logged of an error', () => {
  it.each([
    [
      'by code',
      new HttpError('failed', Object.assign(new Error(address), { code: 'ECONNREFUSED', type: 'system' })),
      'ECONNREFUSED',
    ],
    ['by kind', new HttpError('failed', Object.assign(new Error(address), { type: 'invalid-json' })), 'invalid-json'],
    [
      'in words',
      new HttpError('failed', new Error(`no answer from ${address}`)),
      'no answer from https://api.telegram.org/bot[token]/getMe',
    ],
    ["in Telegram's words", refusal(400, 'Bad Request: odd'), 'Bad Request: odd'],
  ])('names the reason %s', (_how, error, reason) => expect(reasonOf(error)).toBe(reason));

  it('holds no token, neither in the message nor in the stack', () => {
    const { message, stack } = loggable(new Error(`fetch ${address}`));
    expect(message).toBe('fetch https://api.telegram.org/bot[token]/getMe');
    expect(stack).toContain('bot[token]/getMe');
    expect(stack).not.toContain('SECRET');
    expect(loggable('odd').message).toBe('odd');
  });
});
