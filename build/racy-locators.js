/**
 * Ways to look that hold only as long as nothing else says the same, or says it first. The page objects of e2e/pages know
 * what may be looked for in such a way.
 */
export const racyLocators = [
  {
    selector:
      'CallExpression[callee.property.name="getByText"]:matches([callee.object.name="page"], [callee.object.property.name="page"])',
    message:
      'What is announced to readers stands on the page too, for a moment. Look for text in the region it belongs to: window.told(…), window.notices, a dialog, the sidebar, the clipboard bar; for an announcement, window.announcement.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(first|last)$/][arguments.length=0]',
    message:
      'Which one is first or last can change while it is looked for. Name the one that is meant: give it a locator in e2e/pages; of a list whose order is what is tested, nth(0).',
  },
  {
    // With nothing or with options: what else is called so, in the core and in Vitest, waits for something it is given.
    selector:
      'CallExpression[callee.property.name="waitFor"]:matches([arguments.length=0], [arguments.0.type="ObjectExpression"])',
    message:
      'Say what is to be seen, which also says what was not: await expect(…).toBeVisible(), toBeHidden() or toContainText(…), with the expect of e2e/fixtures/expect.ts outside of specs.',
  },
  {
    selector:
      'CallExpression[callee.name="expect"] > AwaitExpression > CallExpression[callee.object.name="desk"]',
    message:
      'What the window shows and what keychain, clipboard and browser hold do not change in one moment. Look until it is there: await expect.poll(() => desk.…), in the tour expectSoon(…).',
  },
];

/** Waits of the tests that end before a slow machine has come to what they wait for. */
export const hastyWaits = [
  {
    selector:
      'CallExpression[callee.object.name="vi"][callee.property.name="waitFor"][arguments.length=1]',
    message:
      'This gives up after a second. Look as long as all tests do: await expect.poll(() => …); where more than one look is needed, name the limit: { timeout: 20_000 }.',
  },
];
