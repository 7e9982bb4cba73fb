/** What the installers know Usher by. The shortcut that Windows makes has it too. */
export const appId = 'app.usher.desktop';
