import '#src/ui/styles/mantine.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import type { User } from '#src/api/wire/users.ts';
import type { Widget } from '#src/api/wire/widgets.ts';
import { paths } from '#src/app/paths.ts';
import { asCountry, formatAsTyped, parsePhone } from '#src/domain/phone.ts';
import { userQueries } from '#src/features/users/queries.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import list from '#src/ui/list.module.css';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { PageSkeleton } from '#src/ui/PageSkeleton.tsx';
import { CallbackForm, type Placed } from './CallbackForm.tsx';
import { type CallbackValues, formKey, type SentIntent, unanswered } from './intent.ts';
import { OpenQuestions } from './OpenQuestions.tsx';
import { PlacedCall } from './PlacedCall.tsx';
import { UnknownOutcome } from './UnknownOutcome.tsx';
import { guessFor } from './use-guessed-country.ts';

type Stage =
  | { name: 'form' }
  | { name: 'placed'; placed: Placed }
  | { name: 'unknown'; sent: SentIntent; reason: string | undefined };

/** Has somebody called back. `?tel=` and `?widget=` fill the form; nothing is sent before a person says so. */
export function CallbackPage() {
  const { search } = useLocation();
  return (
    <>
      <PageHeader title="New callback" />
      {/* Another address is about another call. */}
      <OneCallback key={search} search={search} />
    </>
  );
}

function OneCallback({ search }: { search: string }) {
  const [stage, setStage] = useState(() => firstStage(search));
  const navigate = useNavigate();
  const again = (widgetId: number) => {
    setStage({ name: 'form' });
    void navigate(paths.callbackTo(widgetId), { replace: true });
  };
  const placed = (placed: Placed) => setStage({ name: 'placed', placed });
  const unknown = (sent: SentIntent, { message }: Error) => setStage({ name: 'unknown', sent, reason: message });
  return (
    <>
      {stage.name === 'form' && (
        <>
          <OpenQuestions search={search} onLook={(sent) => setStage({ name: 'unknown', sent, reason: undefined })} />
          <FilledForm onPlaced={placed} onUnknown={unknown} />
        </>
      )}
      {stage.name === 'placed' && (
        <PlacedCall placed={stage.placed} onAgain={() => again(stage.placed.intent.widgetId)} />
      )}
      {stage.name === 'unknown' && (
        <UnknownOutcome
          sent={stage.sent}
          reason={stage.reason}
          onPlaced={placed}
          onUnknown={unknown}
          onBack={() => {
            unanswered.remove(stage.sent);
            setStage({ name: 'form' });
          }}
        />
      )}
    </>
  );
}

/** What was sent from this address and has no answer is shown in place of its form. */
function firstStage(search: string): Stage {
  const sent = unanswered.all().find((one) => one.search === search);
  return sent ? { name: 'unknown', sent, reason: undefined } : { name: 'form' };
}

type FilledFormProps = Pick<Parameters<typeof CallbackForm>[0], 'onPlaced' | 'onUnknown'>;

/** The widget of the address and the users are read before the form is there: they say where a number is from. */
function FilledForm(props: FilledFormProps) {
  const [search] = useSearchParams();
  const widget = search.get('widget') ?? '';
  const tel = (search.get('tel') ?? '').replace(/^ /, '+');
  const { data, error, isLoading } = useQuery({
    ...widgetQueries.detail(Number(widget)),
    enabled: /^[1-9]\d*$/.test(widget),
  });
  const users = useQuery(userQueries.list());
  if (isLoading || users.isLoading) return <PageSkeleton />;
  return (
    <>
      {error && !data && (
        <p role="alert" className={list.partial}>
          Widget {widget} of the address could not be read. {error.message} Choose another.
        </p>
      )}
      <CallbackForm
        key={search.toString()}
        initial={valuesFor(tel, data, users.data)}
        draftKey={formKey(search.toString())}
        {...props}
      />
    </>
  );
}

function valuesFor(typed: string, widget: Widget | undefined, users: readonly User[] | undefined): CallbackValues {
  const from = guessFor(widget, users);
  const phone = parsePhone(typed);
  // Only what needs no country is written anew: a guess stays visible as one.
  const tel = phone.ok && !phone.found ? phone.international : formatAsTyped(typed, asCountry(from.country));
  return { widget: String(widget?.id ?? ''), tel, ...from, taker: '' };
}
