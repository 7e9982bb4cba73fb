import { protocol, type Session } from 'electron';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { contentSecurityPolicy, pageOrigin, pageScheme, resolvePageFile } from './page-files.ts';

/** To be called before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // SECURITY: an origin of its own, unlike file://; no fetch, no service worker and no way around the page's policy.
    { scheme: pageScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

export interface PageImage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

/** Within this Electron has taken what it was answered; nothing tells when. */
const handedOverMs = 10;

const avatarPrefix = `${pageOrigin}/avatar/`;

/** Serves the page's files, and the avatars that main has fetched, under `app://usher`. */
export function servePage(deps: {
  readonly session: Session;
  readonly pageFolder: string;
  readonly avatarOf: (name: string) => Promise<PageImage | null>;
  /** After each file, once Chromium has it. */
  readonly onServed: () => void;
}): void {
  const { session, pageFolder, avatarOf, onServed } = deps;
  session.protocol.handle(pageScheme, async (request) => {
    if (request.method !== 'GET') return new Response(null, { status: 405 });
    if (request.url.startsWith(avatarPrefix)) {
      const name = new URL(request.url).pathname.slice('/avatar/'.length);
      const image = await avatarOf(name);
      if (image === null) return notFound();
      return new Response(image.bytes, { headers: headersOf(image.contentType) });
    }
    const file = resolvePageFile(pageFolder, request.url);
    if (file === null) return notFound();
    try {
      // Read here: a request to the network service for each file took longer than all of them take to be read.
      const bytes = new Uint8Array(await readFile(file));
      setTimeout(onServed, handedOverMs);
      return new Response(bytes, {
        headers: headersOf(contentTypes[extname(file)] ?? 'application/octet-stream'),
      });
    } catch {
      return notFound();
    }
  });
}

/** Of all that a build of the page is made of. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

const headersOf = (contentType: string): Record<string, string> => ({
  'content-type': contentType,
  'content-security-policy': contentSecurityPolicy,
  // SECURITY: a picture that Plex sends is never taken for a script.
  'x-content-type-options': 'nosniff',
});

const notFound = (): Response => new Response(null, { status: 404 });
