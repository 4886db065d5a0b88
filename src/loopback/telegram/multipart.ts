import { badRequest } from './api-error.ts';

export interface Part {
  name: string;
  /** Set for an uploaded file. */
  fileName?: string;
  content: Buffer;
}

/** Splits a multipart/form-data body; lenient in header spelling, as Telegram is and grammY needs it to be (RFC 7578). */
export function readMultipart(body: Buffer, contentType: string): Part[] {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) throw badRequest('boundary is missing in the Content-Type');
  const delimiter = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let start = body.indexOf(delimiter);
  while (start !== -1) {
    const next = body.indexOf(delimiter, start + delimiter.length);
    if (next === -1) break;
    const part = readPart(body.subarray(start + delimiter.length, next));
    if (part) parts.push(part);
    start = next;
  }
  return parts;
}

function readPart(raw: Buffer): Part | undefined {
  const headEnd = raw.indexOf('\r\n\r\n');
  if (headEnd === -1) return undefined;
  const head = raw.subarray(0, headEnd).toString('utf8');
  const name = /[;\s]name="?([^";\r\n]+)"?/i.exec(head)?.[1];
  const fileName = /[;\s]filename="?([^";\r\n]*)"?/i.exec(head)?.[1];
  const content = raw.subarray(headEnd + 4, raw.length - 2);
  return name === undefined ? undefined : { name, content, ...(fileName !== undefined && { fileName }) };
}
