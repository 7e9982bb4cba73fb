/** Plex's words for plans and states, in ours; a word not listed is shown as Plex sent it. */
export const planText = {
  plan: {
    lifetime: 'Lifetime',
    yearly: 'Yearly',
    annual: 'Yearly',
    monthly: 'Monthly',
    trial: 'Trial',
  },
  status: {
    PendingCancellation: 'Cancelled, runs until its end',
    Canceled: 'Cancelled',
  },
  state: {
    active: 'Active',
    inactive: 'Inactive',
    canceled: 'Cancelled',
    ended: 'Ended',
    lapsed: 'Lapsed',
    pending_cancellation: 'Cancelled, runs until its end',
  },
  type: {
    plexpass: 'Plex Pass',
  },
  mailingList: {
    active: 'Subscribed',
    unsubscribed: 'Unsubscribed',
    removed: 'Removed',
  },
} as const;
