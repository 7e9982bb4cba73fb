/** Words for a window whose page dies again and again, with what the person may choose. */
export const deadPageText = (
  profileFolder: string,
): {
  readonly title: string;
  readonly detail: string;
  readonly tryAgain: string;
  readonly quit: string;
} => ({
  title: 'Usher cannot show its window',
  detail:
    'The page in it stopped several times in a row, each time as soon as it was loaded. ' +
    'Your accounts and tokens are as they were. ' +
    'Try again, or quit Usher and start it anew. ' +
    `If that does not help, restart the computer, then report what is in ${profileFolder} in logs/usher.log to the makers of Usher.`,
  tryAgain: 'Try again',
  quit: 'Quit Usher',
});
