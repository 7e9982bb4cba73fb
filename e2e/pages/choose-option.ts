import type { Locator } from '@playwright/test';

/** Opens a field that offers a choice, and takes one of it. */
export async function chooseOption(field: Locator, option: string | RegExp): Promise<void> {
  await field.click();
  await field.page().getByRole('option', { name: option, exact: true }).click();
}
