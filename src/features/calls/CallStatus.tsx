import { callStatusTone, callStatusWords } from '#src/domain/call-status.ts';
import { localTimeZone } from '#src/lib/days.ts';
import { serverNow } from '#src/lib/server-clock.ts';
import { Badge } from '#src/ui/Badge.tsx';
import type { CallEntry } from './entry.ts';

/** What has become of a call, and of a scheduled one, for when. */
export function CallStatus({ call }: { call: CallEntry }) {
  const words = callStatusWords(call, { now: serverNow(), timeZone: localTimeZone() });
  return <Badge tone={callStatusTone(call.status)}>{words}</Badge>;
}
