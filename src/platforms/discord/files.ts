import type { Attachment } from 'discord.js';
import type { ReceivedFile, SentFile } from '../../core/answer.ts';
import { UserError } from '../../core/errors.ts';

/** What Discord takes from a bot in one file, in bytes (discord.com/developers/docs/reference#uploading-files). */
export const fileLimit = 10 * 1024 * 1024;

/** Where Discord keeps what people attach. */
const contentHosts = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];
const patienceMs = 15_000;

/** In megabytes, to one decimal. */
export const megabytes = (bytes: number): number => Math.floor((bytes / 1024 / 1024) * 10) / 10;

/** A file attached to a command, fetched from nowhere but Discord's own hosts or, where there is one, the proxy of its API. */
export function receivedFile({ name, size, url }: Attachment, apiUrl: string | undefined): ReceivedFile {
  return {
    name,
    size,
    async read(most) {
      if (size > most) throw tooLarge(most);
      const origins = apiUrl === undefined ? contentHosts : [...contentHosts, new URL(apiUrl).origin];
      if (!origins.includes(originOf(url))) throw new UserError('error-file-unavailable');
      return await download(url, most);
    },
  };
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : '');

async function download(url: string, most: number): Promise<Uint8Array> {
  const stop = AbortSignal.timeout(patienceMs);
  try {
    const response = await fetch(url, { redirect: 'error', signal: stop });
    if (!response.ok || !response.body) throw new UserError('error-file-unavailable');
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of response.body) {
      length += part.length;
      if (length > most) throw tooLarge(most);
      parts.push(part);
    }
    return Buffer.concat(parts);
  } catch (error) {
    throw error instanceof UserError ? error : new UserError('error-file-unavailable');
  }
}

const tooLarge = (most: number) => new UserError('error-file-too-large', { limit: megabytes(most) });

/** Files under names that Discord leaves as they are, so that a message can point to them. */
export function sentFiles(files: readonly SentFile[]): SentFile[] {
  const taken = new Set<string>();
  return files.map(({ name, bytes }, i) => {
    const plain = name.replace(/[^A-Za-z0-9._-]+/gu, '_').replace(/^[._]+/u, '') || 'file';
    const unique = taken.has(plain) ? `${i + 1}-${plain}` : plain;
    taken.add(unique);
    return { name: unique, bytes };
  });
}
