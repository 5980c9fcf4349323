import type { Act, ActState } from '#src/api/wire/activity.ts';
import { paths } from '#src/app/paths.ts';
import { smsName, voiceName } from '#src/domain/messages.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { changedFields } from './diff.ts';
import { fieldPhrase, roleInWords } from './values.ts';

/** A piece of a sentence; with an address it is a link. */
export interface Part {
  text: string;
  to?: string;
}

/** What things are called now: undefined for what is gone, and for what was not read yet. */
export interface Names {
  widget: (id: number) => string | undefined;
  user: (id: number) => string | undefined;
  /** Whether all of them were read, so that one without a name is gone. */
  wholeWidgets: boolean;
  wholeUsers: boolean;
}

type Verb = readonly [base: string, past: string];

/** Nothing is claimed that is not known: only what is done was done. */
const tenses: Readonly<Record<ActState, (verb: Verb) => string>> = {
  done: ([, past]) => past,
  failed: ([base]) => `tried to ${base}`,
  unknown: ([, past]) => `may have ${past}`,
  pending: ([base]) => `is trying to ${base}`,
};

/** What somebody did, without who: verb and object. The whole reads `Olivia disabled the widget “Shop”`. */
export function sentenceOf(act: Act, names: Names): Part[] {
  const [verb, ...object] = wordsFor(act, names);
  const said = object.map((part) => (typeof part === 'string' ? { text: part } : part));
  return [{ text: `${tenses[act.state](verb)} ` }, ...said].filter(({ text }) => text !== '');
}

export const textOf = (parts: readonly Part[]) => parts.map(({ text }) => text).join('');

type Words = [Verb, ...(string | Part)[]];

const verbs = {
  add: ['add', 'added'],
  assign: ['assign', 'assigned'],
  change: ['change', 'changed'],
  choose: ['choose', 'chose'],
  correct: ['correct', 'corrected'],
  create: ['create', 'created'],
  delete: ['delete', 'deleted'],
  do: ['do', 'did'],
  end: ['end', 'ended'],
  invite: ['invite', 'invited'],
  join: ['join', 'joined'],
  make: ['make', 'made'],
  remove: ['remove', 'removed'],
  request: ['request', 'requested'],
  reset: ['reset', 'reset'],
  save: ['save', 'saved'],
  withdraw: ['withdraw', 'withdrew'],
} as const satisfies Record<string, Verb>;

function wordsFor(act: Act, names: Names): Words {
  const widget = widgetPart(act, names);
  const users = usersPart(act, names);
  switch (act.operation) {
    case 'widgets.create':
      return [verbs.create, 'the widget ', widget];
    case 'widgets.update':
      return changeOf(act, 'the widget ', widget);
    case 'widgets.delete':
      return [verbs.delete, 'the widget ', widget];
    case 'widgets.addUsers':
    case 'managers.create':
      return [verbs.assign, ...users, ' to the widget ', widget];
    case 'managers.update':
      return changeOf(act, '', ...users, ' on the widget ', widget);
    case 'managers.delete':
      return [verbs.remove, ...users, ' from the widget ', widget];
    case 'widgets.call':
    case 'widgets.callOrSchedule':
      return [verbs.request, ...callback(act), ' through the widget ', widget, ...madeCall(act)];
    case 'sms.create':
    case 'sms.update':
    case 'voice.create':
    case 'voice.update':
      return changeOf(act, ...message(act), ' of the widget ', widget);
    case 'sms.reset':
    case 'voice.reset':
      return [verbs.reset, ...message(act), ' of the widget ', widget];
    case 'users.create':
      return [verbs.create, 'the user ', ...users];
    case 'users.update':
      return changeOf(act, 'the user ', ...users);
    case 'users.delete':
      return [verbs.delete, 'the user ', ...users];
    case 'calls.updateField':
      return [verbs.correct, act.subject ? `the answer “${act.subject}” of ` : 'an answer of ', callPart(act.call_id)];
    default:
      return aboutOwn(act);
  }
}

/** What is the console's own, and what a later version may record. */
function aboutOwn(act: Act): Words {
  const subject = act.subject ?? 'somebody';
  switch (act.operation) {
    case 'people.invite':
      return [verbs.invite, `${subject} as ${roleInWords(act.request?.role ?? 'support')}`];
    case 'people.withdraw':
      return [verbs.withdraw, `the invitation of ${subject}`];
    case 'people.join':
      return [verbs.join, 'the console'];
    case 'people.update':
      return changeOf(act, subject);
    case 'people.passwordLink':
      return [verbs.make, `a password link for ${subject}`];
    case 'people.newPassword':
      return [verbs.choose, 'a new password'];
    case 'people.changePassword':
      return [verbs.change, 'their password'];
    case 'people.endSession':
      return [verbs.end, `a session of ${subject}`];
    case 'people.signOutEverywhere':
      return [verbs.end, 'all sessions of their own'];
    case 'doNotCall.add':
      return [verbs.add, `${subject} to the do-not-call list`];
    case 'doNotCall.remove':
      return [verbs.remove, `${subject} from the do-not-call list`];
    default:
      return [verbs.do, act.operation];
  }
}

/** One switch has a verb of its own; else the fields are named. */
function changeOf(act: Act, ...object: (string | Part)[]): Words {
  const fields = changedFields(act);
  const [field, ...more] = [...new Set(fields.map(fieldPhrase))];
  if (field === undefined) return [verbs.save, ...object];
  const wanted = { ...act.request, ...act.after };
  if (more.length === 0 && fields[0] === 'enabled') return [switched(wanted.enabled, 'enable'), ...object];
  if (more.length === 0 && fields[0] === 'active') return [switched(wanted.active, 'activate'), ...object];
  return [verbs.change, `${listed([field, ...more])} of `, ...object];
}

function switched(on: unknown, verb: 'enable' | 'activate'): Verb {
  const base = on ? verb : { enable: 'disable', activate: 'deactivate' }[verb];
  return [base, `${base}d`];
}

/** Gone things are named by what was recorded of them, and lead to what is known of them: their history. */
function widgetPart(act: Act, names: Names): string | Part {
  const id = act.widget_id;
  const recorded = recordedName(act);
  if (id === null) return recorded ? `“${recorded}”` : 'of no known id';
  const name = names.widget(id);
  if (name) return { text: `“${name}”`, to: paths.widget(id) };
  const text = recorded && names.wholeWidgets ? `“${recorded}” (${id})` : String(id);
  return { text, to: names.wholeWidgets ? paths.activityOfWidget(id) : paths.widget(id) };
}

function recordedName({ entity, request, before, after }: Act): string {
  if (entity !== 'widgets') return '';
  const { url, description } = { ...before, ...request, ...after, ...(before?.url ? before : {}) };
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return widgetName({ url: text(url), description: text(description) });
}

const mostNames = 3;

function usersPart({ entity, user_ids }: Act, names: Names): (string | Part)[] {
  if (user_ids.length === 0) return ['of no known id'];
  const shown = hidesUsers(user_ids) ? user_ids.slice(0, mostNames) : user_ids;
  // An act on users says so before it names one.
  const parts = shown.map((id) => userPart(id, names, entity === 'users' ? '' : 'user '));
  return joined(hidesUsers(user_ids) ? [...parts, `${user_ids.length - mostNames} more`] : parts);
}

/** Whether the sentence leaves some of them out. */
export const hidesUsers = (ids: readonly number[]) => ids.length > mostNames + 1;

export function userPart(id: number, names: Names, noun = 'user '): Part {
  const name = names.user(id);
  const isGone = name === undefined && names.wholeUsers;
  return { text: name || `${noun}${id}`, to: isGone ? paths.activityOfUser(id) : paths.user(id) };
}

function callback({ operation, request, confirmed, reason }: Act): string[] {
  const kind = operation === 'widgets.call' ? 'immediate callback' : 'callback';
  const article = confirmed && reason !== 'call_costs' ? 'another' : kind.startsWith('i') ? 'an' : 'a';
  const tel = typeof request?.tel === 'string' ? request.tel : 'a number';
  return [`${article} ${kind} to ${tel}`];
}

const madeCall = ({ call_id }: Act) => (call_id === null ? [] : [': ', callPart(call_id)]);

const callPart = (id: number | null): string | Part =>
  id === null ? 'a call' : { text: `call ${id}`, to: paths.call(id) };

function message({ entity, widget_id, message_id }: Act): (string | Part)[] {
  const noun = entity === 'sms' ? 'SMS' : 'voice message';
  if (message_id === null) return [`every ${noun}`];
  const text = `“${entity === 'sms' ? smsName(message_id) : voiceName(message_id)}”`;
  if (widget_id === null) return [`the ${noun} ${text}`];
  const to = (entity === 'sms' ? paths.widgetSmsMessage : paths.widgetVoiceMessage)(widget_id, message_id);
  return [`the ${noun} `, { text, to }];
}

/** `a, b and c`. */
export function joined(parts: readonly (string | Part)[]): Part[] {
  return parts.flatMap((part, index) => {
    const said = typeof part === 'string' ? { text: part } : part;
    if (index === 0) return [said];
    return [{ text: index === parts.length - 1 ? ' and ' : ', ' }, said];
  });
}

const listed = (words: readonly string[]) => textOf(joined(words));
