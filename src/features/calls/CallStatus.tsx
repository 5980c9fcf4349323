import { type Outcome, outcomeOf } from '#src/domain/calls-by-day.ts';
import { callStatusName } from '#src/domain/messages.ts';
import { momentInWords } from '#src/domain/moment-words.ts';
import { localTimeZone } from '#src/lib/days.ts';
import { Badge } from '#src/ui/Badge.tsx';
import type { CallEntry } from './entry.ts';

const tones: Record<Outcome, 'ok' | 'bad' | 'warn' | 'dim'> = {
  completed: 'ok',
  failed: 'bad',
  cancelled: 'dim',
  open: 'warn',
  other: 'dim',
};

/** What has become of a call, and of a scheduled one, for when. */
export function CallStatus({ call: { status, scheduledAt } }: { call: CallEntry }) {
  return (
    <Badge tone={tones[outcomeOf(status)]}>
      {callStatusName(status)}
      {status === 'scheduled' &&
        scheduledAt !== null &&
        ` for ${momentInWords(scheduledAt, Date.now(), localTimeZone())}`}
    </Badge>
  );
}
