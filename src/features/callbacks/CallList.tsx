import { Link } from 'react-router-dom';
import { paths } from '#src/app/paths.ts';
import { callStatusTone, callStatusWords } from '#src/domain/call-status.ts';
import type { CallEntry } from '#src/features/calls/queries.ts';
import { localTimeZone } from '#src/lib/days.ts';
import { formatDateTime } from '#src/lib/format.ts';
import { serverNow } from '#src/lib/server-clock.ts';
import { Badge } from '#src/ui/Badge.tsx';
import classes from './CallList.module.css';

interface CallListProps {
  label: string;
  calls: readonly CallEntry[];
  /** Each leads to its page; in a tab of its own from a form, which waits. Not from a dialog, behind which one waits. */
  linked?: boolean | 'elsewhere';
}

/** A few calls, the newest first. */
export function CallList({ label, calls, linked = false }: CallListProps) {
  return (
    <ul className={classes.list} aria-label={label}>
      {calls.map((call) => (
        <li key={call.id}>
          {linked ? (
            <Link to={paths.call(call.id)} target={linked === 'elsewhere' ? '_blank' : undefined}>
              {nameOf(call)}
            </Link>
          ) : (
            <span className="tabular">{nameOf(call)}</span>
          )}
          <CallState call={call} />
          <span className="dim">{call.widgetName}</span>
        </li>
      ))}
    </ul>
  );
}

const nameOf = ({ id, createdAt }: CallEntry) => (createdAt === null ? `Call ${id}` : formatDateTime(createdAt));

export function CallState({ call }: { call: CallEntry }) {
  const words = callStatusWords(call, { now: serverNow(), timeZone: localTimeZone() });
  return <Badge tone={callStatusTone(call.status)}>{words}</Badge>;
}
