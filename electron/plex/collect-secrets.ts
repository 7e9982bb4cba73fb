import { isSecretField } from './secret-fields.ts';

// Services bring some thirty; what comes after this many is still hidden by its field's name.
const mostSecrets = 100;
const deepest = 32;

/** The values of a record's secret fields, so that they can be found again where no field name tells. */
export const collectSecrets = (data: unknown): readonly string[] => {
  const secrets = new Set<string>();
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > deepest) return;
    for (const [name, inner] of Object.entries(value) as [string, unknown][]) {
      if (secrets.size >= mostSecrets) return;
      if (typeof inner === 'string' && isSecretField(name)) secrets.add(inner);
      else visit(inner, depth + 1);
    }
  };
  visit(data, 0);
  return [...secrets];
};
