import type {
  AccountDetails,
  JsonObject,
  JsonValue,
  SubscriptionBilling,
  SubscriptionPeriod,
  Told,
} from '../../../shared/model/account.ts';
import { accountFieldText, knownValue, planText, yesOrNo } from '../../../shared/words/account.ts';
import { commonText } from '../../../shared/words/app.ts';
import { formatDate } from '../../../shared/words/formats.ts';
import {
  featuresField,
  given,
  listed,
  moment,
  type AccountField,
  type FieldPart,
} from './account-field.ts';
import { leafText, momentOf } from './record-tree.ts';

/** The subscriptions of now, those of the past and the trials, each list with of when it is where that is not now. */
export const subscriptionParts = ({
  subscriptions,
  pastSubscriptions,
  trials,
  askedAt,
}: AccountDetails): readonly FieldPart[] => {
  const text = accountFieldText().subscriptions;
  const told = <Item>(
    heading: string,
    none: string,
    list: Told<Item> | null,
    partOf: (item: Item) => FieldPart,
  ): readonly FieldPart[] => {
    if (list === null) return [{ heading, fields: [], note: text.notTold }];
    const asOf = list.at === askedAt ? null : text.asOf(formatDate(list.at));
    const note =
      list.list.length > 0 ? asOf : asOf === null ? none : commonText().withNext(none, asOf);
    const [first = { fields: [] }, ...rest] = list.list.map(partOf);
    const parts = [{ ...first, heading }, ...rest];
    const last = parts.at(-1) ?? first;
    return note === null ? parts : [...parts.slice(0, -1), { ...last, note }];
  };
  return [
    ...told(text.current, text.noCurrent, { at: askedAt, list: subscriptions }, periodPart),
    ...told(text.past, text.noPast, pastSubscriptions, periodPart),
    ...told(text.trials, text.noTrials, trials, trialPart),
  ];
};

/** “Plex Pass, Yearly”. */
export const periodName = ({ type, mode }: SubscriptionPeriod): string =>
  [
    knownValue(planText().type, type) ?? accountFieldText().subscriptions.unnamed,
    knownValue(planText().plan, mode),
  ]
    .filter((part) => part !== null)
    .join(', ');

/** What Plex did not tell of it is left out, not told as empty: there are many, and few have any of these. */
const periodPart = (period: SubscriptionPeriod): FieldPart => {
  const text = accountFieldText().subscriptions;
  const state = knownValue(planText().state, period.state);
  const facts: readonly AccountField[] = [
    { label: text.active, value: yesOrNo(period.isActive) },
    { label: text.since, ...moment(period.subscribedAt) },
    { label: text.renews, ...moment(period.renewsAt) },
    {
      label: period.state === 'ended' ? text.ended : text.ends,
      ...moment(period.endsAt),
    },
    { label: text.paymentService, value: given(period.paymentService) },
    { label: text.possible, value: possibleText(period) },
    { label: text.transfer, value: given(period.transfer) },
    { label: text.paymentMethod, value: paymentText(period.billing) },
    featuresField(period.features),
  ];
  const isSo = (is: boolean | null, words: string) =>
    is === true ? [{ tone: 'warn', text: words } as const] : [];
  return {
    name: periodName(period),
    states: [
      ...(state === null
        ? []
        : [{ tone: period.state === 'active' ? 'ok' : 'neutral', text: state } as const]),
      ...isSo(period.isCanceled, text.canceled),
      ...isSo(period.isInGracePeriod, text.grace),
      ...isSo(period.isOnHold, text.onHold),
    ],
    fields: facts.filter(({ value }) => value !== null),
  };
};

const abilities = ['canReactivate', 'canUpgrade', 'canDowngrade', 'canConvert'] as const;

const possibleText = (period: SubscriptionPeriod): string | null => {
  const text = accountFieldText().subscriptions;
  if (abilities.every((ability) => period[ability] === null)) return null;
  const possible = abilities.filter((ability) => period[ability] === true);
  return listed(possible.map((ability) => text.can[ability])) ?? text.nothingPossible;
};

const paymentText = (billing: SubscriptionBilling | null): string | null => {
  const text = accountFieldText().subscriptions;
  if (billing === null) return null;
  const { paymentMethodId, hasInternalPaymentMethod } = billing;
  if (paymentMethodId !== null) return text.paymentMethodId(paymentMethodId);
  if (hasInternalPaymentMethod === null) return null;
  return hasInternalPaymentMethod ? text.paymentMethodKept : text.noPaymentMethod;
};

/** Plex does not document their form: every field is shown as it came, a time with its day before it. */
const trialPart = (trial: JsonObject): FieldPart => ({
  fields: Object.entries(trial).map(([key, value]) => {
    const at = momentOf(key, value);
    return at === null ? { label: key, value: sentText(value) } : { label: key, ...moment(at) };
  }),
});

const sentText = (value: JsonValue): string => leafText(value) ?? JSON.stringify(value);
