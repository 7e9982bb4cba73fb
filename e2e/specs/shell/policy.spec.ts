import { expect, mergeTests } from '@playwright/test';
import { contentSecurityPolicy } from '../../../electron/shell/page-files.ts';
import { outsideTest } from '../../fixtures/outside-test.ts';
import { test as usherTest } from '../../fixtures/usher-test.ts';

const test = mergeTests(usherTest, outsideTest);

interface Scripts {
  readonly ran: readonly string[];
  /** What the policy names for each that it refused. */
  readonly refused: readonly string[];
}

test.describe('The policy of the page', () => {
  test('comes as a header with every file, and allows no connection', async ({
    guest: { usher },
  }) => {
    const { electron } = usher;
    const headers = await electron.evaluate(async ({ session }) => {
      const pageSession = session.fromPartition('usher-page');
      const { headers: found } = await pageSession.fetch('app://usher/index.html');
      return Object.fromEntries(found);
    });
    expect(headers).toMatchObject({
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
    });
    expect(contentSecurityPolicy).toMatch(/^default-src 'none';/);
    expect(contentSecurityPolicy).not.toMatch(/unsafe|connect-src|https?:|data:|blob:|\*/);
  });

  test('runs no script but the files of the app', async ({ launch }) => {
    const app = await launch();
    app.expectComplaint(/Content Security Policy|Refused to|404/);
    await app.page.evaluate(() => {
      const ran: string[] = [];
      const refused: string[] = [];
      const mark = (text: string): number => ran.push(text);
      Object.assign(window, { mark, scripts: { ran, refused } });
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        refused.push(effectiveDirective),
      );
      const attempt = (name: string, act: () => unknown): void => {
        try {
          act();
        } catch (error) {
          if (!(error instanceof EvalError)) mark(`${name}: ${String(error)}`);
        }
      };
      const script = (fields: Partial<HTMLScriptElement>): void => {
        document.head.append(Object.assign(document.createElement('script'), fields));
      };
      script({ textContent: 'mark("inline")' });
      script({ src: 'data:text/javascript,mark("data")' });
      script({ src: URL.createObjectURL(new Blob(['mark("blob")'])) });
      const image = document.createElement('img');
      image.setAttribute('onerror', 'mark("attribute")');
      image.src = 'app://usher/nowhere.png';
      document.body.append(image);
      const link = document.createElement('a');
      link.href = 'javascript:mark("address")';
      document.body.append(link);
      link.click();
      // In a turn of its own: what a debugger evaluates may do more than a page.
      setTimeout(() => {
        attempt('eval', () => globalThis.eval('mark("eval")') as unknown);
        attempt('Function', () =>
          (Reflect.construct(Function, ['mark("function")']) as () => void)(),
        );
        attempt('timer', () => setTimeout('mark("timer")' as unknown as () => void));
      });
    });
    const scripts = (): Promise<Scripts> =>
      app.page.evaluate(() => {
        const { ran, refused } = (window as unknown as { scripts: Scripts }).scripts;
        return { ran, refused: refused.toSorted() };
      });
    await expect.poll(scripts).toEqual({
      ran: [],
      refused: [
        ...Array<string>(3).fill('script-src'),
        'script-src-attr',
        ...Array<string>(4).fill('script-src-elem'),
      ],
    });
  });

  test('names what it refuses: connections, frames, objects, forms, workers, styles, bases', async ({
    launch,
    outside,
  }) => {
    const app = await launch();
    app.expectComplaint(/Content Security Policy|Refused to|net::ERR/);
    await app.page.evaluate((elsewhere) => {
      const violations: string[] = [];
      Object.assign(window, { violations });
      document.addEventListener('securitypolicyviolation', (event) =>
        violations.push(event.effectiveDirective),
      );
      const add = (name: string, attributes: Record<string, string>): HTMLElement => {
        const element = document.createElement(name);
        for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
        document.body.append(element);
        return element;
      };
      fetch('app://usher/index.html').catch(() => undefined);
      add('script', { src: `${elsewhere}/s.js` });
      add('img', { src: `${elsewhere}/i.png` });
      add('link', { rel: 'stylesheet', href: `${elsewhere}/s.css` });
      add('iframe', { src: `${elsewhere}/frame` });
      add('object', { data: `${elsewhere}/object` });
      add('video', { src: `${elsewhere}/video` });
      add('base', { href: elsewhere });
      (add('form', { action: `${elsewhere}/form` }) as HTMLFormElement).submit();
      try {
        new Worker(URL.createObjectURL(new Blob(['1'])));
      } catch {
        // Refused at once, or by an event.
      }
    }, `http://127.0.0.1:${outside.port}`);
    await expect
      .poll(() =>
        app.page.evaluate(() => [
          ...new Set((window as unknown as { violations: readonly string[] }).violations),
        ]),
      )
      .toEqual(
        expect.arrayContaining([
          'base-uri',
          'connect-src',
          'form-action',
          'frame-src',
          'img-src',
          'media-src',
          'object-src',
          'script-src-elem',
          'style-src-elem',
          'worker-src',
        ]),
      );
    expect(outside.heard).toEqual([]);
  });
});
