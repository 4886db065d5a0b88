import { type Finding, ok, problem, warning } from './finding.ts';
import type { Served } from './port.ts';

/** What of the configuration can be looked at by itself. */
export interface Configured {
  /** Each a sentence that begins with the name of a variable. */
  problems: readonly string[];
  discord: boolean;
  telegram: boolean;
  /** Telegram's Bot API is a server of the operator's own, which takes other addresses. */
  ownBotApi: boolean;
  webhookUrl: string | undefined;
  http: Served | undefined;
  playground: boolean;
}

const name = 'configuration';

export function examineConfiguration(config: Configured): Finding[] {
  const wrong = [...config.problems.map(unreadable), ...examineWebhookUrl(config), ...examineReach(config)];
  const isSound = wrong.every(({ state }) => state !== 'problem');
  return [...wrong, ...(isSound ? [ok(name, whatRuns(config))] : [])];
}

const unreadable = (sentence: string): Finding =>
  problem(name, sentence, 'Correct it in the environment or in .env; .env.example explains it.');

function whatRuns({ discord, telegram, webhookUrl, playground }: Configured): string {
  if (!discord && !telegram) {
    const shown = playground ? 'shows the playground and takes' : 'takes';
    return `No token is set: npm start ${shown} questions on the terminal. That is fine for trying Parley out.`;
  }
  const by = telegram ? [`Telegram (${webhookUrl ? 'by webhook' : 'fetching updates'})`] : [];
  const names = [...(discord ? ['Discord'] : []), ...by, ...(playground ? ['the playground'] : [])];
  return `To run: ${names.join(', ')}.`;
}

/** core.telegram.org/bots/api#setwebhook */
const webhookPorts = ['443', '80', '88', '8443'];
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/u;

function examineWebhookUrl({ webhookUrl, ownBotApi }: Configured): Finding[] {
  // A Bot API server of one's own takes plain HTTP, every port and every address.
  if (webhookUrl === undefined || ownBotApi) return [];
  const { protocol, hostname, port } = new URL(webhookUrl);
  if (loopback.test(hostname))
    return [
      problem(
        name,
        `TELEGRAM_WEBHOOK_URL names this machine, ${hostname}, which Telegram can’t reach.`,
        'Set it to the public address of your proxy.',
      ),
    ];
  if (protocol !== 'https:')
    return [
      problem(
        name,
        'TELEGRAM_WEBHOOK_URL is not https, and Telegram takes nothing else.',
        'Put a proxy with TLS before Parley, and set its address.',
      ),
    ];
  if (port !== '' && !webhookPorts.includes(port))
    return [
      problem(
        name,
        `TELEGRAM_WEBHOOK_URL has port ${port}; Telegram takes ${webhookPorts.join(', ')} only.`,
        'Let the proxy listen on one of these.',
      ),
    ];
  return [];
}

function examineReach({ webhookUrl, http, playground, ownBotApi }: Configured): Finding[] {
  if (!http) return [];
  const isLocal = loopback.test(http.host);
  const found: Finding[] = [];
  if (webhookUrl !== undefined && isLocal && !ownBotApi)
    found.push(
      warning(
        name,
        `HOST is ${http.host}: the webhook’s proxy must be on this same machine.`,
        'If it is elsewhere, as another container is, set HOST to an address that it reaches.',
      ),
    );
  if (playground && !isLocal)
    found.push(
      warning(
        name,
        `HOST is ${http.host}: whoever reaches this machine can use the playground.`,
        'Set PLAYGROUND=off on a public server.',
      ),
    );
  return found;
}
