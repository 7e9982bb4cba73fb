export const shortcutsText = {
  title: 'Keyboard shortcuts',
  rows: [
    { keys: ['Mod', 'N'], does: 'Add an account' },
    { keys: ['Mod', '1 … 9'], does: 'Go to the first … ninth account' },
    { keys: ['Mod', 'T'], does: 'Transient tokens' },
    { keys: ['Mod', ','], does: 'Settings' },
    { keys: ['Mod', 'R'], does: 'Refresh what is shown' },
    { keys: ['M'], does: 'Mint a transient token, on a server' },
    { keys: ['↑', '↓'], does: 'Move in the sidebar and in lists' },
    { keys: ['?'], does: 'This list' },
    { keys: ['Esc'], does: 'Close, or clear a search' },
  ],
  control: 'Ctrl',
  command: '⌘',
};
