import * as v from 'valibot';
import { activityKinds, activitySubjects } from '../../shared/model/activity.ts';
import type { AccountId, ActivityId, ServerId } from '../../shared/model/ids.ts';

const id = <Id extends string>() =>
  v.pipe(
    v.string(),
    v.transform((text) => text as Id),
  );

const entry = v.object({
  id: id<ActivityId>(),
  at: v.number(),
  kind: v.picklist(activityKinds),
  what: v.picklist(activitySubjects),
  account: v.object({ id: id<AccountId>(), name: v.string() }),
  server: v.nullable(v.object({ id: id<ServerId>(), name: v.string() })),
});

/** `activity.json`. */
export const activitySchema = v.object({ entries: v.array(entry) });
