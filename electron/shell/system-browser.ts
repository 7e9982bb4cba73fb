import { shell } from 'electron';
import { err, ok } from '../../shared/result.ts';
import type { Browser } from '../ports.ts';
import { isAllowedExternalLink } from '../process/external-link.ts';

/** SECURITY: reviewed: the one road to `openExternal`, and only for the hosts of the allow-list. */
export function createSystemBrowser(demoOrigin: string | null): Browser {
  return {
    open: async (url) => {
      if (!isAllowedExternalLink(url, demoOrigin)) return err({ code: 'browser.notOpened' });
      try {
        await shell.openExternal(url);
        return ok(null);
      } catch {
        return err({ code: 'browser.notOpened' });
      }
    },
  };
}
