import { badRequest } from './api-error.ts';
import { string } from './payload.ts';
import type { Methods, World } from './world.ts';

/** The largest file that a bot can download, in bytes (core.telegram.org/bots/api#getfile). */
const mostBytes = 20 * 1024 * 1024;

/** A document as messages hold it; its content is kept for getFile. `size` is what Telegram says of it. */
export function storeFile(world: World, name: string, content: Buffer, size = content.length) {
  const file_id = `file-${world.files.size + 1}`;
  world.files.set(file_id, { name, content, size });
  return { file_id, file_unique_id: `unique-${file_id}`, file_name: name, file_size: size };
}

/** getFile; the content is then at `/file/bot<token>/<file_path>`. */
export function fileMethods(world: World): Methods {
  return {
    getFile: (payload) => {
      const file_id = string(payload, 'file_id') ?? '';
      const file = world.files.get(file_id);
      if (!file) throw badRequest('invalid file_id');
      if (file.size > mostBytes) throw badRequest('file is too big');
      return { file_id, file_unique_id: `unique-${file_id}`, file_size: file.size, file_path: pathOf(file_id) };
    },
  };
}

const pathOf = (fileId: string): string => `documents/${fileId}`;

/** The content at a `file_path`. */
export const fileAt = (world: World, path: string): Buffer | undefined =>
  [...world.files].find(([fileId]) => pathOf(fileId) === path)?.[1].content;
