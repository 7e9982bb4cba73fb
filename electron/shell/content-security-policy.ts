/**
 * SECURITY: the page loads our own files and nothing else; it has no way to send anything anywhere. Sent as a header with
 * every answer (`serve-page.ts`), which tools that look for a policy in the page's markup do not see.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // SECURITY: without an origin, the page can reach into no frame it makes. There it would find a WebRTC that has not been
  // taken away, and have the name of a TURN server looked up, which can carry data out past every rule of the session.
  'sandbox allow-scripts allow-forms',
].join('; ');
