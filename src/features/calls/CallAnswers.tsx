import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useCan } from '#src/features/session/queries.ts';
import { Facts } from '#src/ui/Facts.tsx';
import { notify } from '#src/ui/notify.tsx';
import classes from './CallAnswers.module.css';
import type { CallEntry } from './entry.ts';
import { useUpdateCallField } from './queries.ts';

/** What the visitor answered, each field to be corrected. Fields come from CallPage: none is invented here. */
export function CallAnswers({ call }: { call: CallEntry }) {
  const canUpdate = useCan()('calls.updateField');
  if (call.fields.length === 0) return null;
  return (
    <section className={classes.answers} aria-labelledby="answers">
      <h2 id="answers">The visitor’s answers</h2>
      {canUpdate ? (
        call.fields.map(({ name, value }) => <Answer key={name} callId={call.id} name={name} value={value} />)
      ) : (
        <Facts facts={call.fields} />
      )}
    </section>
  );
}

interface AnswerProps {
  callId: number;
  name: string;
  value: string;
}

function Answer({ callId, name, value }: AnswerProps) {
  const [typed, setTyped] = useState<string>();
  const update = useUpdateCallField();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (update.isPending || typed === undefined || typed === value) return setTyped(undefined);
    update.mutate(
      { call: callId, field: name, value: typed },
      {
        onSuccess: () => {
          setTyped(undefined);
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
          setTyped(currentTarget.value);
          update.reset();
        }}
      />
      {isChanged && (
        <div className={classes.actions}>
          <Button type="submit" loading={update.isPending}>
            Save
          </Button>
          <Button variant="default" disabled={update.isPending} onClick={() => setTyped(undefined)}>
            Cancel
          </Button>
        </div>
      )}
    </form>
  );
}
