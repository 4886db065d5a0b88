import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import type { Person } from './core/community.ts';
import { OperatorError } from './core/errors.ts';

const secret = (what: string, shape: RegExp) =>
  z.string().regex(shape, `is not a ${what}: copy it again, whole and without quotes`);

const address = z.url({
  protocol: /^https?$/,
  error: 'is not an address: write it whole, such as https://example.org',
});

const operatorList = z.string().regex(/^\s*(discord|telegram):\d{1,20}(\s*,\s*(discord|telegram):\d{1,20})*\s*$/, {
  error: 'takes a list such as discord:80351110224678912, telegram:123456789',
});

/** Every variable that Parley reads; `.env.example` says what each is for. */
const variables = z.object({
  DISCORD_TOKEN: secret('Discord bot token', /^[^\s'"]+$/).optional(),
  DISCORD_API_URL: address.optional(),
  TELEGRAM_TOKEN: secret('Telegram bot token', /^\d+:[\w-]+$/).optional(),
  TELEGRAM_API_ROOT: address.optional(),
  TELEGRAM_WEBHOOK_URL: address.optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'takes 16 to 256 letters, digits, _ and -')
    .optional(),
  PLAYGROUND: z.enum(['on', 'off'], 'is neither on nor off').optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number('is not a number')
    .int('is not a whole number')
    .min(0, 'is below 0')
    .max(65535, 'is above 65535')
    .optional(),
  CONTENT_DIR: z.string().optional(),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'is not the address of a PostgreSQL database: postgres://user:password@host/name')
    .optional(),
  OPERATORS: operatorList.optional(),
  HOMEPAGE: address.optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'is none of trace, debug, info, warn, error, silent')
    .default('info'),
});

/** The names of the variables, for the check that .env.example and README explain each. */
export const variableNames: readonly string[] = Object.keys(variables.shape);

export interface Config {
  discord?: { token: string; apiUrl: string | undefined };
  telegram?: { token: string; apiRoot: string | undefined; webhook: { url: string; secret: string } | undefined };
  /** Where HTTP is served; undefined where nobody asked for it. */
  http:
    | { host: string; port: number /** Where that is taken, any free port will do. */; orAnyPort: boolean }
    | undefined;
  /** Whether Parley is shown in a browser, as it looks on both platforms. */
  playground: boolean;
  contentFolder: string | undefined;
  /** Where what moderators write is kept: the address of a PostgreSQL database, or else a file in the data folder. */
  databaseUrl: string | undefined;
  dataFolder: string | undefined;
  /** Who writes what all communities share. */
  operators: Pick<Person, 'platform' | 'id'>[];
  homepage: string | undefined;
  logLevel: string;
}

/**
 * Reads the configuration from environment variables, empty ones counting as unset. Throws an OperatorError that
 * names every problem at once and how to mend it; the values, which may be secrets, are never repeated.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(
    Object.entries(environment)
      .map(([name, value]) => [name, value?.trim()] as const)
      .filter(([, value]) => value),
  );
  const parsed = variables.safeParse(set);
  const problems = parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? [];
  if (set.TELEGRAM_WEBHOOK_URL && !set.TELEGRAM_TOKEN)
    problems.push('TELEGRAM_WEBHOOK_URL is set, but TELEGRAM_TOKEN is not');
  if (problems.length > 0 || !parsed.data) {
    throw new OperatorError(
      `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.map((one) => `  - ${one}.`).join('\n')}\nSet these in the environment or in .env; .env.example explains each.`,
    );
  }
  const v = parsed.data;
  const playground = v.PLAYGROUND === undefined ? !v.DISCORD_TOKEN && !v.TELEGRAM_TOKEN : v.PLAYGROUND === 'on';
  return {
    ...(v.DISCORD_TOKEN && { discord: { token: v.DISCORD_TOKEN, apiUrl: v.DISCORD_API_URL?.replace(/\/+$/, '') } }),
    ...(v.TELEGRAM_TOKEN && {
      telegram: {
        token: v.TELEGRAM_TOKEN,
        apiRoot: v.TELEGRAM_API_ROOT?.replace(/\/+$/, ''),
        webhook: v.TELEGRAM_WEBHOOK_URL
          ? { url: v.TELEGRAM_WEBHOOK_URL, secret: v.TELEGRAM_WEBHOOK_SECRET ?? derivedSecret(v.TELEGRAM_TOKEN) }
          : undefined,
      },
    }),
    http:
      v.PORT !== undefined || v.TELEGRAM_WEBHOOK_URL || playground
        ? { host: v.HOST, port: v.PORT ?? usualPort, orAnyPort: v.PORT === undefined && !v.TELEGRAM_WEBHOOK_URL }
        : undefined,
    playground,
    contentFolder: v.CONTENT_DIR,
    databaseUrl: v.DATABASE_URL,
    dataFolder: v.DATA_DIR,
    operators: operatorsIn(v.OPERATORS),
    homepage: v.HOMEPAGE,
    logLevel: v.LOG_LEVEL,
  };
}

const usualPort = 8080;

const operatorsIn = (list = ''): Config['operators'] =>
  list.split(',').flatMap((one) => {
    const [platform, id] = one.trim().split(':');
    return id === undefined ? [] : [{ platform: platform as 'discord' | 'telegram', id }];
  });

/** The process's environment, completed from the file `.env` where that sets what the environment does not. */
export function readEnvironment(envFile: string): Record<string, string | undefined> {
  const file = existsSync(envFile) ? parseEnv(readFileSync(envFile, 'utf8')) : {};
  return { ...file, ...process.env };
}

/** The same on every process that has the token, and useless for finding it. */
const derivedSecret = (token: string): string => createHash('sha256').update(`webhook:${token}`).digest('base64url');
