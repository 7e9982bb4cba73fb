import { Desk } from '../fixtures/desk.ts';
import { launchUsher } from '../fixtures/launch-usher.ts';
import { PlainBrowser } from '../fixtures/plain-browser.ts';
import { resizeWindow } from '../fixtures/resize-window.ts';
import { scanForSecrets } from '../fixtures/scan-for-secrets.ts';
import type { UsherApp } from '../fixtures/usher-app.ts';
import { PlexPages } from '../pages/plex-pages.ts';
import { accountChapter } from './account-chapter.ts';
import { activityChapter } from './activity-chapter.ts';
import { appsChapter } from './apps-chapter.ts';
import { backgroundChapter } from './background-chapter.ts';
import { controlsChapter } from './controls-chapter.ts';
import { devicesChapter } from './devices-chapter.ts';
import { drawnChapter } from './drawn-chapter.ts';
import { FakeControl } from './fake-control.ts';
import type { Guide } from './guide.ts';
import { homeChapter } from './home-chapter.ts';
import { identifyChapter } from './identify-chapter.ts';
import { keychainChapter } from './keychain-chapter.ts';
import { lifeChapter } from './life-chapter.ts';
import { moreAccountsChapter } from './more-accounts-chapter.ts';
import { otherComputer } from './other-computer.ts';
import { repairChapter } from './repair-chapter.ts';
import { serversChapter } from './servers-chapter.ts';
import { signInChapter } from './sign-in-chapter.ts';
import { signOutChapter } from './sign-out-chapter.ts';
import { sizesChapter } from './sizes-chapter.ts';
import { usualSize } from './sizes.ts';
import { sourceChapter } from './source-chapter.ts';
import { tokensChapter } from './tokens-chapter.ts';
import { Tour } from './tour.ts';
import { troubleChapter } from './trouble-chapter.ts';

/** Shows Usher from the first start to the last sign-out on a display, a keychain and a clipboard that are there. */
const { DISPLAY, USHER_PLEX_URL, USHER_PROFILE, USHER_KEYCHAIN_SERVICE } = process.env;
if (DISPLAY === undefined || USHER_PLEX_URL === undefined) {
  throw new Error('The tour is started by: npm run demo');
}

const tour = await Tour.begin();
const plex = new FakeControl(USHER_PLEX_URL);
const desk = await Desk.make(DISPLAY, {
  profileFolder: USHER_PROFILE,
  keychainService: USHER_KEYCHAIN_SERVICE,
});
const browser = await PlainBrowser.open(DISPLAY);
const usher = await launchUsher({
  desk,
  plexUrl: plex.baseUrl,
  switches: [`--host-resolver-rules=MAP ${otherComputer} 127.0.0.1`],
});
const guide: Guide = { tour, usher, plex, desk, plexPages: new PlexPages(browser.page) };
const runs: UsherApp[] = [usher];

/** Back to where any chapter may begin, after one that ended wherever it failed. */
async function comeBack(): Promise<void> {
  await plex.mend();
  await resizeWindow(usher, usualSize);
  await usher.page.emulateMedia({ contrast: 'no-preference' });
  for (let dialogs = 0; dialogs < 3; dialogs += 1) await usher.page.keyboard.press('Escape');
}

try {
  tour.watch(usher.page);
  const chapters = [
    ...[signInChapter, accountChapter, serversChapter, sourceChapter, tokensChapter, lifeChapter],
    ...[activityChapter, homeChapter, devicesChapter, appsChapter, identifyChapter],
    ...[moreAccountsChapter],
    ...[troubleChapter, sizesChapter, repairChapter, signOutChapter],
  ];
  for (const chapter of chapters) {
    const { failedCount } = tour;
    await tour.chapter(() => chapter(guide));
    if (usher.isOver) {
      await tour.chapter(() => Promise.reject(new Error('Usher ended in the middle of the tour.')));
      break;
    }
    if (tour.failedCount > failedCount) await tour.chapter(comeBack);
  }
  if (!usher.isOver) await tour.chapter(() => usher.close());
  await tour.chapter(() => drawnChapter({ tour, plex, desk }, runs));
  await tour.chapter(() => backgroundChapter({ tour, plex, desk }, runs));
  await tour.chapter(() => keychainChapter(guide, runs));
  await tour.chapter(() => controlsChapter(tour, browser.page));
  await tour.chapter(() =>
    tour.step('Leaves no secret in the profile, the logs, the page or its storage', async () => {
      const leaks = await scanForSecrets(await plex.secrets(), {
        folder: desk.profileFolder,
        texts: {
          page: runs.flatMap((run) => run.pageTexts),
          output: runs.flatMap((run) => run.output),
        },
      });
      if (leaks.length > 0) throw new Error(leaks.join('\n'));
      const complaints = runs.flatMap((run) => run.complaints());
      if (complaints.length > 0) throw new Error(complaints.join('\n'));
    }),
  );
  process.stdout.write(`${tour.outcome}\n`);
  if (tour.failedCount > 0) process.exitCode = 1;
} finally {
  for (const run of runs) if (!run.isOver) await run.kill();
  await browser.close();
  await desk.clear();
}
