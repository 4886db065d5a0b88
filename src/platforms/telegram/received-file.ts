import type { Api } from 'grammy';
import type { Document } from 'grammy/types';
import type { Logger } from 'pino';
import type { ReceivedFile } from '../../core/answer.ts';
import { UserError } from '../../core/errors.ts';
import { reasonOf } from './refusals.ts';

/** In megabytes, to one decimal. */
const megabytes = (bytes: number): number => Math.floor((bytes / 1024 / 1024) * 10) / 10;

export interface FileParts {
  api: Pick<Api, 'getFile'>;
  /** Without a slash at the end. */
  apiRoot: string;
  token: string;
  log: Logger;
}

/** What a bot can download, in bytes (core.telegram.org/bots/api#getfile). */
const mostBytes = 20 * 1024 * 1024;
const withinMs = 30_000;

/**
 * A document that somebody sent, fetched when it is read, from nowhere but the server of the Bot API. The address holds
 * the token, so no error names it.
 */
export function receivedFile(document: Document, { api, apiRoot, token, log }: FileParts): ReceivedFile {
  const { file_id, file_name = '', file_size = 0 } = document;

  async function download(limit: number): Promise<Uint8Array | 'too-large'> {
    const { file_path } = await api.getFile(file_id);
    if (file_path === undefined) throw new Error('Telegram gives no path of the file.');
    const steps = file_path.split('/');
    // An address with `..` in it would lead out of the folder that the token opens.
    if (steps.some((step) => /^\.{0,2}$/u.test(step))) throw new Error('Telegram gives a path that leads elsewhere.');
    const path = steps.map(encodeURIComponent).join('/');
    const stop = AbortSignal.timeout(withinMs);
    // Followed elsewhere, it would take the address, and with it the token, to a host that is not Telegram's.
    const response = await fetch(`${apiRoot}/file/bot${token}/${path}`, { redirect: 'error', signal: stop });
    if (!response.ok || !response.body) throw new Error(`The file's server answered ${response.status}.`);
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body) {
      size += part.length;
      // What Telegram says of the size is not relied on; leaving the loop closes the connection.
      if (size > limit) return 'too-large';
      parts.push(part);
    }
    return Buffer.concat(parts);
  }

  return {
    name: file_name,
    size: file_size,
    async read(most) {
      const limit = Math.min(most, mostBytes);
      const tooLarge = () => new UserError('error-file-too-large', { limit: megabytes(limit) });
      if (file_size > limit) throw tooLarge();
      const read = await download(limit).catch((error: unknown) => {
        log.warn({ reason: reasonOf(error) }, 'A file could not be fetched from Telegram.');
        throw new UserError('error-file-unavailable');
      });
      if (read === 'too-large') throw tooLarge();
      return read;
    },
  };
}
