import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/** Sends a file of the page; false where there is none. */
export async function sendPageFile(
  response: ServerResponse,
  pageDir: string,
  path: string,
): Promise<boolean> {
  const relative = normalize(path === '/' ? '/index.html' : path);
  const type = TYPES[extname(relative)];
  if (type === undefined || relative.includes('..')) return false;
  let bytes: Buffer;
  try {
    bytes = await readFile(join(pageDir, relative));
  } catch {
    return false;
  }
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': bytes.length,
    'Cache-Control': relative.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy':
      "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
  });
  response.end(bytes);
  return true;
}
