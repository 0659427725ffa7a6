import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Session, WebContents } from 'electron';
import { bundleFile, decideNavigation, decideWindow, grantsPermission, mayRequest, responseHeaders } from './policy.ts';

async function bundleResponse(folder: string, request: Request): Promise<Response> {
  const file = request.method === 'GET' || request.method === 'HEAD' ? bundleFile(request.url) : null;
  const refusal = () => new Response('', { status: 404, headers: responseHeaders('text/plain; charset=utf-8') });
  if (!file) return refusal();
  const path = join(folder, file.path);
  try {
    if (!(await lstat(path)).isFile()) return refusal();
    return new Response(await readFile(path), { headers: responseHeaders(file.type) });
  } catch { return refusal(); }
}

/** Puts the policy's decisions about addresses, permissions and the network in force for every page of a session. */
export function guardSession(session: Session, folder: string, packaged: boolean): void {
  session.protocol.handle('app', (request) => bundleResponse(folder, request));
  session.setPermissionRequestHandler((_contents, permission, done) => done(grantsPermission(permission)));
  session.setPermissionCheckHandler((_contents, permission) => grantsPermission(permission));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, done) => done({}));
  session.webRequest.onBeforeRequest(({ url }, done) => done({ cancel: !mayRequest(url, packaged) }));
  session.on('will-download', (event) => event.preventDefault());
}

/** As guardSession, for where a page may go. `open` is asked to open a link outside, after the person has said yes. */
export function guardPage(contents: WebContents, open: (address: string) => void): void {
  const guard = (event: { preventDefault(): void; readonly url: string }): void => {
    const decision = decideNavigation(event.url);
    if (decision !== 'stay') event.preventDefault();
    if (decision === 'external') open(event.url);
  };
  contents.on('will-navigate', guard);
  contents.on('will-redirect', guard);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (decideWindow(url) === 'external') open(url);
    return { action: 'deny' };
  });
}
