import * as v from 'valibot';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import { accountViews, plainViews, type KeptView } from '../../shared/model/kept-view.ts';

const id = <Id extends string>() =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(200),
    v.transform((text) => text as Id),
  );

/** At the page's door, and of what the profile keeps. */
export const keptViewSchema: v.GenericSchema<unknown, KeptView> = v.variant('view', [
  v.strictObject({ view: v.picklist(plainViews) }),
  v.strictObject({ view: v.picklist(accountViews), accountId: id<AccountId>() }),
  v.strictObject({
    view: v.literal('server'),
    accountId: id<AccountId>(),
    serverId: id<ServerId>(),
  }),
]);
