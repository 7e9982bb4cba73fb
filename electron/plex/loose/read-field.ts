/** An object's own field, or undefined. A name from the wire never reaches what every object inherits. */
export const readField = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
