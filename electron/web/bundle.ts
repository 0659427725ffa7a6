import { extname } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.png': 'image/png', '.json': 'application/json', '.wasm': 'application/wasm',
};

/**
 * The file of the built renderer that a URL's path names, with its type; null for anything else. Both doors use it. Only plain
 * names below the bundle pass: nothing encoded, no dot at the start of a part, no backslash.
 */
export function bundleFile(urlPath: string): { path: string; type: string } | null {
  const path = urlPath === '/' ? '/index.html' : urlPath;
  if (!/^(?:\/[\w-][\w.-]*)+$/.test(path)) return null;
  const type = types[extname(path)];
  return type === undefined ? null : { path: path.slice(1), type };
}
