import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { answer } from './guard.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const missing = 'The page has not been built: run “npm run build”.';

/** A file of the built page; `name` has no folder in it. */
export async function pageFile(folder: string, name: string): Promise<Response> {
  const type = types[extname(name)];
  if (!type || !/^[\w.-]+$/u.test(name) || name.startsWith('.')) return answer(404, 'There is no such file.');
  try {
    const content = await readFile(join(folder, name));
    return new Response(content, { headers: { 'content-type': type, 'cache-control': 'no-cache' } });
  } catch {
    return answer(404, name === 'index.html' ? missing : 'There is no such file.');
  }
}
