import { Api, GrammyError } from 'grammy';
import type { WebhookInfo } from 'grammy/types';
import { clientOptions } from '../platforms/telegram/client-options.ts';
import { createPlaces } from '../platforms/telegram/places.ts';
import { allowedUpdates } from '../platforms/telegram/polling.ts';
import { reasonOf } from '../platforms/telegram/refusals.ts';
import { ageOf } from './deliveries.ts';
import { type Finding, many, ok, problem, Unasked, warning } from './finding.ts';
import type { Inspector } from './places.ts';

export interface TelegramAccess {
  token: string;
  /** Where the Bot API is; Telegram's own server unless told. */
  apiRoot: string | undefined;
}

const callTimeoutSeconds = 10;
/** More than wait while Parley is restarted. */
const manyPending = 100;
/** What went wrong earlier is over: Telegram keeps the last error for good. */
const recentMs = 3600_000;

const apiOf = ({ token, apiRoot }: TelegramAccess) => new Api(token, clientOptions(apiRoot, callTimeoutSeconds));

/** The token, the bot's settings, and how Telegram hands over updates. `webhookUrl` is the one that is configured. */
export async function examineTelegram(
  access: TelegramAccess,
  webhookUrl: string | undefined,
  now: number,
  signal: AbortSignal,
): Promise<Finding[]> {
  const api = apiOf(access);
  const stopping = signal as Parameters<typeof api.getMe>[0];
  let token: Finding[];
  try {
    token = examineBot(await api.getMe(stopping), access);
  } catch (error) {
    return [unreachable(error, access)];
  }
  const updates = await api.getWebhookInfo(stopping).then(
    (info) => examineUpdates(info, webhookUrl, now),
    (error) => [
      problem('telegram-updates', `Telegram does not say how it hands them over (${reasonOf(error)}).`, 'Try again.'),
    ],
  );
  return [...token, ...updates];
}

function unreachable(error: unknown, { apiRoot }: TelegramAccess): Finding {
  if (error instanceof GrammyError && apiRoot !== undefined && error.error_code === 404)
    return problem(
      'telegram',
      'The address in TELEGRAM_API_ROOT does not know this bot.',
      'Check it, and TELEGRAM_TOKEN.',
    );
  if (error instanceof GrammyError && [401, 404].includes(error.error_code))
    return problem('telegram', 'Telegram does not accept TELEGRAM_TOKEN.', 'Set it to the one that @BotFather shows.');
  const mend = apiRoot
    ? 'Check TELEGRAM_API_ROOT, and whether that server runs.'
    : 'Check this machine’s network, DNS and firewall (api.telegram.org, port 443).';
  return problem('telegram', `Telegram can’t be asked (${reasonOf(error)}).`, mend);
}

function examineBot(bot: Awaited<ReturnType<Api['getMe']>>, { apiRoot }: TelegramAccess): Finding[] {
  const name = 'telegram';
  const through = apiRoot === undefined ? '' : `, through ${new URL(apiRoot).host}`;
  const privacy = bot.can_read_all_group_messages ? 'off (Parley needs it on or off alike)' : 'on';
  const inline = bot.supports_inline_queries ? 'on' : 'off (/setinline with @BotFather turns it on)';
  return [
    ok(name, `The token is that of @${bot.username}${through}.`),
    ok('telegram-settings', `Privacy mode ${privacy}, inline mode ${inline}.`),
    ...(bot.can_join_groups
      ? []
      : [warning('telegram-settings', 'It can’t be added to groups.', 'Write /setjoingroups to @BotFather.')]),
  ];
}

const name = 'telegram-updates';

function examineUpdates(info: WebhookInfo, wanted: string | undefined, now: number): Finding[] {
  const way = examineWay(info, wanted);
  return [way, ...(way.state === 'problem' ? [] : [...examinePending(info), ...examineErrors(info, wanted, now)])];
}

function examineWay({ url = '', max_connections, allowed_updates }: WebhookInfo, wanted: string | undefined): Finding {
  const start = 'Start Parley: it tells Telegram.';
  if (wanted === undefined) {
    if (url === '') return ok(name, 'Fetched by Parley.');
    const mend =
      'Is the token used by another program? Stop that. Then start Parley again: it takes the webhook away. Or set TELEGRAM_WEBHOOK_URL.';
    return problem(
      name,
      `Telegram delivers them to a webhook at ${hostOf(url)}, so that Parley can’t fetch any.`,
      mend,
    );
  }
  if (url === '') return warning(name, 'Telegram has not been told of the webhook yet.', start);
  if (url !== wanted) {
    const where = hostOf(url) === hostOf(wanted) ? `another path of ${hostOf(url)}` : hostOf(url);
    return problem(
      name,
      `Telegram delivers them to ${where}, not to TELEGRAM_WEBHOOK_URL.`,
      `${start} If that changes back, another program uses the token.`,
    );
  }
  const missing = allowedUpdates.filter((kind) => !allowed_updates?.includes(kind));
  if (missing.length > 0) return warning(name, `Telegram does not deliver ${missing.join(', ')}.`, start);
  return ok(name, `Delivered to ${hostOf(url)}, ${max_connections ?? 40} at once at most.`);
}

function examinePending({ pending_update_count: count }: WebhookInfo): Finding[] {
  if (count <= manyPending) return [];
  return [
    warning(
      name,
      `${many(count, 'update')} wait to be taken.`,
      'Does Parley run? If it does, its log says what holds it up.',
    ),
  ];
}

function examineErrors(
  { last_error_date, last_error_message }: WebhookInfo,
  wanted: string | undefined,
  now: number,
): Finding[] {
  if (wanted === undefined || last_error_date === undefined) return [];
  const agoMs = now - last_error_date * 1000;
  if (agoMs > recentMs) return [];
  return [
    warning(
      name,
      `Telegram could not deliver ${ageOf(agoMs)} ago: ${last_error_message ?? 'it does not say why'}.`,
      'Check that the proxy runs, has a valid certificate and hands the path on to Parley.',
    ),
  ];
}

/** An address's path may hold a secret. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'an address that is none');

/** Asks whether Parley may write in a group or channel. */
export async function telegramInspector(access: TelegramAccess, signal: AbortSignal): Promise<Inspector> {
  const api = apiOf(access);
  try {
    const { id } = await api.getMe(signal as Parameters<typeof api.getMe>[0]);
    return createPlaces(api, id);
  } catch {
    throw new Unasked('Telegram does not let Parley in.');
  }
}
