import type { IncomingMessage } from 'node:http';
import type { Json, UploadedFile } from './payloads.ts';

export interface ReadBody {
  body: unknown;
  files: UploadedFile[];
  /** Whether it claims to be JSON but isn't. */
  malformed: boolean;
}

/** Reads JSON, or multipart with `payload_json` and `files[n]` (discord.com/developers/docs/reference#uploading-files). */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('multipart/form-data')) return readMultipart(raw, contentType);
  if (raw.length === 0) return { body: undefined, files: [], malformed: false };
  return { files: [], ...parsed(raw.toString('utf8')) };
}

async function readMultipart(raw: Buffer, contentType: string): Promise<ReadBody> {
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': contentType } }).formData();
  const files: UploadedFile[] = [];
  let payload: { body: unknown; malformed: boolean } = { body: {}, malformed: false };
  for (const [field, value] of form.entries()) {
    if (typeof value === 'string') payload = field === 'payload_json' ? parsed(value) : payload;
    else {
      const bytes = Buffer.from(await value.arrayBuffer());
      files.push({ field, filename: value.name, contentType: value.type || 'application/octet-stream', bytes });
    }
  }
  return { ...payload, files };
}

function parsed(text: string): { body: unknown; malformed: boolean } {
  try {
    return { body: withTextIds(JSON.parse(text)), malformed: false };
  } catch {
    return { body: text, malformed: true };
  }
}

/** Discord reads an attachment's id as a number too; the published schema wants text. */
function withTextIds(body: unknown): unknown {
  const message = body as { attachments?: Json[]; data?: { attachments?: Json[] } } | null;
  for (const attachment of [...(message?.attachments ?? []), ...(message?.data?.attachments ?? [])])
    if (typeof attachment.id === 'number') attachment.id = String(attachment.id);
  return body;
}
