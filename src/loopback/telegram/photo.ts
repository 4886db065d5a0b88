import { badRequest } from './api-error.ts';
import { storeFile } from './file-methods.ts';
import type { Payload, Upload } from './payload.ts';
import type { World } from './world.ts';

/** What Telegram takes as a photo (core.telegram.org/bots/api#sendphoto): bytes, width and height together, their ratio. */
const most = { bytes: 10 * 1024 * 1024, sides: 10_000, ratio: 20 };

/** The uploaded photo of a call, in the one size in which the fake keeps it; of formats, it reads PNG. */
export function readPhoto(world: World, payload: Payload) {
  const attached = /^attach:\/\/(.+)$/.exec(String(payload.photo ?? ''))?.[1];
  const photo = (attached === undefined ? payload.photo : payload[attached]) as Upload | undefined;
  if (photo?.upload !== true) throw badRequest('there is no photo in the request');
  const { content, name } = photo;
  if (content.length > most.bytes) throw badRequest('file is too big');
  if (content.toString('latin1', 1, 4) !== 'PNG') throw badRequest('IMAGE_PROCESS_FAILED');
  const [width, height] = [content.readUInt32BE(16), content.readUInt32BE(20)];
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (width + height > most.sides || ratio > most.ratio) throw badRequest('PHOTO_INVALID_DIMENSIONS');
  const { file_id, file_unique_id, file_size } = storeFile(world, name, content);
  return { file_id, file_unique_id, file_size, width, height };
}
