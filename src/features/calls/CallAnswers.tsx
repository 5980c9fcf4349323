import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { useCan } from '#src/features/session/queries.ts';
import { drafts } from '#src/lib/drafts.ts';
import { BusyButton } from '#src/ui/BusyButton.tsx';
import { Facts } from '#src/ui/Facts.tsx';
import { LeaveGuard } from '#src/ui/LeaveGuard.tsx';
import { notify } from '#src/ui/notify.tsx';
import classes from './CallAnswers.module.css';
import type { CallEntry } from './entry.ts';
import { useUpdateCallField } from './queries.ts';

const Typed = z.record(z.string(), z.string());

/** What the visitor answered, each field to be corrected. Fields come from CallPage: none is invented here. */
export function CallAnswers({ call }: { call: CallEntry }) {
  const canUpdate = useCan()('calls.updateField');
  if (call.fields.length === 0) return null;
  return (
    <section className={classes.answers} aria-labelledby="answers">
      <h2 id="answers">The visitor’s answers</h2>
      {canUpdate ? <Answers key={call.id} call={call} /> : <Facts facts={call.fields} />}
    </section>
  );
}

/** Keeps what is typed and not saved over a reload, and asks before it is left. */
function Answers({ call }: { call: CallEntry }) {
  const draft = `call:${call.id}`;
  const [typed, setTyped] = useState(() => z.safeParse(Typed, drafts.read(draft)).data ?? {});
  const type = (name: string, text: string) => setTyped((former) => ({ ...former, [name]: text }));
  /** Unless it was typed on meanwhile. */
  const settle = (name: string, text: string) =>
    setTyped(({ [name]: now, ...others }) => (now === undefined || now === text ? others : { ...others, [name]: now }));
  const changed = call.fields.filter(({ name, value }) => typed[name] !== undefined && typed[name] !== value);
  const isChanged = changed.length > 0;
  useEffect(() => {
    if (isChanged) drafts.write(draft, typed);
    else drafts.remove(draft);
  }, [draft, isChanged, typed]);
  return (
    <>
      <LeaveGuard when={() => isChanged} onLeave={() => drafts.remove(draft)} />
      {call.fields.map(({ name, value }) => (
        <Answer
          key={name}
          callId={call.id}
          name={name}
          value={value}
          typed={typed[name]}
          onType={(text) => type(name, text)}
          onSettle={(text) => settle(name, text)}
        />
      ))}
    </>
  );
}

interface AnswerProps {
  callId: number;
  name: string;
  value: string;
  /** In place of the value; undefined where nothing was typed. */
  typed: string | undefined;
  onType: (text: string) => void;
  /** This text was saved, or given up. */
  onSettle: (text: string) => void;
}

function Answer({ callId, name, value, typed, onType, onSettle }: AnswerProps) {
  const update = useUpdateCallField();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (update.isPending || typed === undefined || typed === value) return;
    update.mutate(
      { call: callId, field: name, value: typed },
      {
        onSuccess: () => {
          onSettle(typed);
          notify.success({ title: 'Answer saved', message: `${name}: ${typed}` });
        },
      },
    );
  };
  const isChanged = typed !== undefined && typed !== value;
  return (
    <form className={classes.answer} aria-label={`Answer: ${name}`} noValidate onSubmit={save}>
      <TextInput
        label={name}
        value={typed ?? value}
        error={update.error?.message}
        autoComplete="off"
        onChange={({ currentTarget }) => {
          onType(currentTarget.value);
          update.reset();
        }}
      />
      {isChanged && (
        <div className={classes.actions}>
          <BusyButton type="submit" loading={update.isPending}>
            Save
          </BusyButton>
          <Button variant="default" disabled={update.isPending} onClick={() => onSettle(typed)}>
            Cancel
          </Button>
        </div>
      )}
    </form>
  );
}
