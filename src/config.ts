import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import * as z from 'zod';
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

/**
 * What a process does: everything; Discord's gateway; Telegram's updates; or sending what channels have subscribed to.
 * All of them answer nothing but what they receive, and any of them can tell people something.
 */
export const roles = ['all', 'gateway', 'webhook', 'dispatcher'] as const;
export type Role = (typeof roles)[number];

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
  ROLE: z.enum(roles, `is none of ${roles.join(', ')}`).default('all'),
  SHARDS: z
    .string()
    .regex(
      /^\d{1,5}$|^\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?)*\/\d{1,5}$/,
      'takes a number, or which of how many, such as 0-3/16',
    )
    .optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'is none of trace, debug, info, warn, error, silent')
    .default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: address.optional(),
  OTEL_TRACES_EXPORTER: z.enum(['otlp', 'none'], 'is neither otlp nor none').optional(),
  OTEL_SERVICE_NAME: z.string().default('parley'),
  OTEL_SDK_DISABLED: z.enum(['true', 'false'], 'is neither true nor false').optional(),
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
  role: Role;
  /** Which of the bot's shards, of how many; without `which`, as they are shared out among processes. */
  shards: { count: number; which: readonly number[] | undefined } | undefined;
  logLevel: string;
  /** Where traces go by OTLP over HTTP, the SDK's usual place unless told; undefined where nobody asked for any. */
  tracing: { url: string | undefined; serviceName: string } | undefined;
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
  if (set.ROLE && set.ROLE !== 'all' && !set.DATABASE_URL)
    problems.push('ROLE is set, but DATABASE_URL is not: processes that share the work share a database');
  if (set.ROLE === 'gateway' && !set.DISCORD_TOKEN) problems.push('ROLE is gateway, but DISCORD_TOKEN is not set');
  if (set.ROLE === 'webhook' && !set.TELEGRAM_TOKEN) problems.push('ROLE is webhook, but TELEGRAM_TOKEN is not set');
  const shards = parsed.data && shardsIn(parsed.data.SHARDS);
  if (shards && (shards.count === 0 || shards.which?.some((one) => one >= shards.count)))
    problems.push('SHARDS names a shard that is not there: they are numbered from 0');
  if (shards?.which?.length === 0) problems.push('SHARDS names no shard');
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
    role: v.ROLE,
    shards,
    logLevel: v.LOG_LEVEL,
    tracing: tracingIn(v),
  };
}

/** `16`, `3/16`, `0-3/16` or `0-3,8/16`. */
function shardsIn(text: string | undefined): Config['shards'] {
  if (text === undefined) return undefined;
  const [which, of] = text.split('/');
  if (of === undefined) return { count: Number(which), which: undefined };
  const ranges = (which ?? '').split(',').map((range) => range.split('-').map(Number));
  const all = ranges.flatMap(([from = 0, to = from]) =>
    Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i),
  );
  return { count: Number(of), which: [...new Set(all)] };
}

const usualPort = 8080;

function tracingIn(v: z.infer<typeof variables>): Config['tracing'] {
  const endpoint = v.OTEL_EXPORTER_OTLP_ENDPOINT;
  const isWanted = v.OTEL_TRACES_EXPORTER === undefined ? endpoint !== undefined : v.OTEL_TRACES_EXPORTER === 'otlp';
  if (!isWanted || v.OTEL_SDK_DISABLED === 'true') return undefined;
  return { url: endpoint && `${endpoint.replace(/\/+$/, '')}/v1/traces`, serviceName: v.OTEL_SERVICE_NAME };
}

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
