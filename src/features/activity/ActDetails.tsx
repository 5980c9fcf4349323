import type { ReactNode } from 'react';
import type { Act, ActState } from '#src/api/wire/activity.ts';
import { formatDuration } from '#src/lib/format.ts';
import classes from './ActDetails.module.css';
import { ActDiff } from './ActDiff.tsx';
import { operationNames } from './operation-names.ts';
import { SentenceText } from './SentenceText.tsx';
import { hidesUsers, joined, type Names, userPart } from './sentence.ts';

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long' });

const outcomes: Readonly<Record<ActState, string>> = {
  done: 'Done and confirmed.',
  failed: 'CallPage refused it, or was not reached. Nothing was changed.',
  unknown: 'It was sent, and no answer tells whether it was done. Look at the thing itself before it is done again.',
  pending: 'It is under way: no answer has come yet.',
};

/** All that is kept of an act. */
export function ActDetails({ act, names }: { act: Act; names: Names }) {
  return (
    <>
      <ActDiff act={act} />
      <dl className={classes.facts}>
        {factsOf(act, names).map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function factsOf(act: Act, names: Names): { name: string; value: ReactNode }[] {
  const isCallback = act.operation === 'widgets.call' || act.operation === 'widgets.callOrSchedule';
  const users = hidesUsers(act.user_ids) && act.user_ids.map((id) => userPart(id, names));
  const facts = [
    { name: 'Users', value: users && <SentenceText parts={joined(users)} /> },
    { name: 'Outcome', value: outcomeOf(act) },
    { name: 'Message', value: act.message },
    { name: 'Answer', value: isCallPages(act) && answerOf(act) },
    { name: 'Confirmed', value: isCallback && confirmedWords(act) },
    { name: 'Time', value: <time dateTime={act.at}>{moment.format(Date.parse(act.at))}</time> },
    { name: 'Operation', value: <Operation id={act.operation} /> },
    { name: 'Request', value: act.request && <pre>{requestText(act.request)}</pre> },
  ];
  return facts.filter(({ value }) => value);
}

/** JSON with a line for each field: what is within them is seldom looked at. */
const requestText = (request: Readonly<Record<string, unknown>>) =>
  `{\n${Object.entries(request)
    .map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(',\n')}\n}`;

const asked = new Set<string | null>(['call_repeated', 'call_costs']);

function outcomeOf({ state, reason }: Act): string {
  if (state !== 'failed' || reason === null) return outcomes[state];
  return asked.has(reason)
    ? 'The console asked first, and sent nothing.'
    : 'The console refused it. Nothing was sent to CallPage.';
}

/** What is the console's own has no answer of CallPage's. */
const isCallPages = ({ entity }: Act) => entity !== 'people' && entity !== 'doNotCall';

function confirmedWords({ confirmed, reason }: Act): string {
  if (!confirmed) return 'No second call was asked for';
  return reason === 'call_costs'
    ? 'Yes: the call was wanted although it may be costly'
    : 'Yes: a second call to this number within ten minutes was wanted';
}

function answerOf({ status, at, finished_at }: Act): string {
  if (status === null) return 'None';
  const milliseconds = finished_at === null ? Number.NaN : Date.parse(finished_at) - Date.parse(at);
  if (!(milliseconds >= 0)) return `HTTP ${status}`;
  return `HTTP ${status} after ${milliseconds < 1000 ? `${milliseconds} ms` : formatDuration(milliseconds / 1000)}`;
}

function Operation({ id }: { id: string }) {
  const name = operationNames.get(id);
  return (
    <>
      {name} <code>{id}</code>
    </>
  );
}
