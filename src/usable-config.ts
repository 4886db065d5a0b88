import { type Config, readConfig } from './config.ts';
import { OperatorError } from './core/errors.ts';

/**
 * The configuration without the variables that have a problem, and those problems, each a sentence that begins with the
 * variable's name.
 */
export function usableConfig(environment: Record<string, string | undefined>): { config: Config; problems: string[] } {
  try {
    return { config: readConfig(environment), problems: [] };
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    const problems = [...error.message.matchAll(/^ {2}- (.+)$/gmu)].map(([, sentence]) => sentence as string);
    const named = problems
      .map((sentence) => /^\w+/u.exec(sentence)?.[0] ?? '')
      .filter((name) => environment[name]?.trim());
    if (named.length === 0) throw error;
    const { config } = usableConfig({ ...environment, ...Object.fromEntries(named.map((name) => [name, undefined])) });
    // What is wrong only because those variables are left out is nothing to mend.
    return { config, problems };
  }
}

/** Whatever in the environment must never be shown, whether it is well written or not. */
export function secretsIn(environment: Record<string, string | undefined>, { telegram }: Config): string[] {
  const set = (name: string) => environment[name]?.trim() ?? '';
  const telegramToken = set('TELEGRAM_TOKEN');
  const url = URL.canParse(set('DATABASE_URL')) ? new URL(set('DATABASE_URL')) : undefined;
  const passwords = [url?.password ?? '', url?.searchParams.get('password') ?? ''];
  const webhook = URL.canParse(set('TELEGRAM_WEBHOOK_URL')) ? new URL(set('TELEGRAM_WEBHOOK_URL')) : undefined;
  const all = [
    set('DISCORD_TOKEN'),
    telegramToken,
    telegramToken.split(':')[1],
    set('TELEGRAM_WEBHOOK_SECRET'),
    telegram?.webhook?.secret,
    ...passwords,
    ...passwords.map(decoded),
    webhook?.password,
  ];
  return all.filter((one) => one !== undefined && one !== '') as string[];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
