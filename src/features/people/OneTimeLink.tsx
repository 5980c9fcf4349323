import type { MadeLink } from '#src/api/wire/people.ts';
import { momentInWords } from '#src/domain/moment-words.ts';
import { localTimeZone } from '#src/lib/days.ts';
import { useNow } from '#src/lib/use-now.ts';
import { CopyBlock } from '#src/ui/CopyBlock.tsx';

/** A link that somebody has to be given, here and now: the server keeps none. */
export function OneTimeLink({ heading, made }: { heading: string; made: MadeLink }) {
  const until = momentInWords(Date.parse(made.expires_at), useNow(), localTimeZone());
  return (
    <CopyBlock
      heading={heading}
      hint={`Good once, until ${until}. It is shown only now: copy it and send it to them yourself.`}
      text={made.link}
    />
  );
}
