export const discordFileUrl = (id: string): string => `/files/discord/${id}`;
export const telegramFileUrl = (id: string): string => `/files/telegram/${encodeURIComponent(id)}`;

const pngMagic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A file of somebody's: a PNG is shown, all else only saved, whatever it claims to be. */
export function fileResponse(name: string, content: Buffer): Response {
  const isPicture = content.subarray(0, pngMagic.length).equals(pngMagic);
  const quoted = `filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': isPicture ? 'image/png' : 'application/octet-stream',
      'content-disposition': isPicture ? 'inline' : `attachment; ${quoted}`,
      'cache-control': 'private, max-age=3600',
    },
  });
}
