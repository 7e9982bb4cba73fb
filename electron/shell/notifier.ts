import { Notification } from 'electron';
import type { Notifier } from '../ports.ts';

/** The system's notifications. A click brings the window to the front before anything else. */
export function createNotifier(showWindow: () => void): Notifier {
  // One that nothing points to may be collected before it is clicked.
  const shown = new Set<Notification>();
  return {
    show: ({ title, body }, onClick) => {
      if (!Notification.isSupported()) return;
      const notification = new Notification({ title, body });
      shown.add(notification);
      notification.on('click', () => {
        showWindow();
        onClick();
      });
      notification.on('close', () => void shown.delete(notification));
      notification.show();
    },
  };
}
