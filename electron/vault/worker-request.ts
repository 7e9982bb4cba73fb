/** One call to the keychain's process. `id` comes back in the reply. */
export type WorkerRequest =
  | {
      readonly id: number;
      readonly op: 'get' | 'delete';
      readonly service: string;
      readonly account: string;
    }
  | {
      readonly id: number;
      readonly op: 'set';
      readonly service: string;
      readonly account: string;
      readonly secret: string;
    };
