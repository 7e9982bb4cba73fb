import { fireEvent, screen } from '@solidjs/testing-library';

/** Opens a field that offers a choice, and takes one of it. For tests. */
export function chooseOption(field: string, option: string | RegExp): void {
  fireEvent.click(screen.getByRole('combobox', { name: field }));
  fireEvent.click(screen.getByRole('option', { name: option }));
}
