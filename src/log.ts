import type { Writable } from 'node:stream';
import { type Logger, pino } from 'pino';
import type pretty from 'pino-pretty';

/** Tokens as they occur in addresses and messages: Telegram's `123:ABC…` and Discord's three dotted parts. */
const tokens = /\b\d{6,}:[\w-]{30,}|\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/gu;

/**
 * A logger to standard error, so that standard output holds answers only: as JSON lines unless `forPeople` makes
 * them fit for a terminal. Whatever looks like a token, and the secrets handed in, are replaced before a line is written.
 */
export function createLog(
  level: string,
  output: Writable,
  secrets: readonly string[] = [],
  forPeople?: typeof pretty,
): Logger {
  const redacting = {
    write(line: string): void {
      target.write(
        secrets.reduce((text, secret) => text.replaceAll(secret, '[redacted]'), line.replace(tokens, '[redacted]')),
      );
    },
  };
  const target = forPeople
    ? forPeople({ destination: output, ignore: 'pid,hostname', translateTime: 'HH:MM:ss', sync: true })
    : output;
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, redacting);
}

/** Whoever sits at the terminal is not to be interrupted by what goes well. */
export const quiet = (log: Logger): Logger => (log.isLevelEnabled('info') ? log.child({}, { level: 'warn' }) : log);
