import type { AppError } from '../errors.ts';
import { errorText } from './error-text.ts';

/** Words for a start of the window that came to nothing. */
export function startErrorText(
  error: AppError,
  profileFolder: string,
): { readonly title: string; readonly detail: string } {
  const folderTitle = 'Usher cannot use its folder';
  switch (error.code) {
    case 'profile.busy':
      return {
        title: folderTitle,
        detail:
          `Another Usher, perhaps in a terminal, is at work in ${profileFolder} and does not get done. ` +
          'End it, then start Usher again.',
      };
    case 'profile.readOnly':
    case 'profile.full':
    case 'profile.failed':
      return {
        title: folderTitle,
        detail:
          `Usher keeps its list of accounts in ${profileFolder} and could not read or write there. ` +
          'Check that it is a folder, that it belongs to you and that the disk is not full, then start Usher again.',
      };
    case 'profile.notLocked':
      return {
        title: folderTitle,
        detail:
          `The system does not let Usher lock a file in ${profileFolder}, so a second Usher could not be kept from writing over what this one stores. ` +
          'Check that the folder belongs to you, is on a disk of this computer, and is not held by another program such as a virus scanner, then start Usher again.',
      };
    case 'internal':
      return {
        title: 'Usher could not start',
        detail:
          error.reference === 'none'
            ? 'This is a mistake in the program, and it could not be written to the log either. ' +
              'Start Usher again. If it keeps happening, report that to the makers of Usher.'
            : `This is a mistake in the program. ${profileFolder} has it in logs/usher.log, under the reference ${error.reference}. ` +
              'Start Usher again. If it keeps happening, report the reference to the makers of Usher.',
      };
    default: {
      const { title, detail, nextStep } = errorText(error);
      return { title, detail: `${detail} ${nextStep}` };
    }
  }
}
