import './styles/mantine.ts';
import { Alert, Button, Group } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { type FieldValues, type Path, type UseFormReturn, useFormState } from 'react-hook-form';
import { Link } from 'react-router-dom';
import { ChangedError } from '#src/lib/changed-error.ts';
import { drafts } from '#src/lib/drafts.ts';
import { BusyButton } from './BusyButton.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import classes from './FormShell.module.css';
import { LeaveGuard } from './LeaveGuard.tsx';
import { notify } from './notify.tsx';
import type { Draft } from './use-draft-form.ts';
import { refuseUnchosen } from './use-typed-choice.ts';

type SubmitError = Error & { fields?: Record<string, string[]>; outcomeUnknown?: boolean };

interface FormShellProps<Values extends FieldValues, Output, Result> {
  form: UseFormReturn<Values, unknown, Output>;
  /** The form's accessible name. */
  name: string;
  submitLabel: string;
  /** Rejects to keep the form open; `submitError` is then what is shown. */
  onSubmit: (output: Output) => Promise<Result>;
  /** What a notice says that it was about, for someone who left meanwhile; the form's name unless told otherwise. */
  describe?: (output: Output) => string;
  /** Called after the submit succeeded, when leaving loses nothing any more. */
  onDone: (result: Result) => void;
  submitError: SubmitError | null;
  loading: boolean;
  /** Where Cancel leads; left out where there is nothing to go back to. */
  cancelTo?: string;
  /** Left out, nothing is kept and nothing guarded: for a form with a password. */
  draft?: Draft<Values>;
  /** After a `ChangedError`, the person has chosen what to go on with: `submitError` is out of date. */
  onResolved?: () => void;
  /** What it is called when nothing came of it: `Not saved` unless told otherwise. */
  errorTitle?: string;
  /** Of what would be made twice: nobody knows whether it was made, and the person wants it made all the same. */
  onAnyway?: () => void;
  children: ReactNode;
}

/**
 * What every form has: submit and cancel, the error in one place, a guard against leaving, a draft that survives a
 * reload. Errors that name a field stand at that field; the focus goes to the first.
 */
export function FormShell<Values extends FieldValues, Output, Result>(props: FormShellProps<Values, Output, Result>) {
  const { form, name, submitLabel, onSubmit, onDone, submitError, loading, cancelTo, draft } = props;
  const { isDirty } = useFormState({ control: form.control });
  const done = useRef(false);
  // A second click may come before the first one has drawn anything: one intent is one submit.
  const busy = useRef(false);
  const left = useLeft();
  const submitButton = useRef<HTMLButtonElement>(null);
  useKeepDraft(form, draft?.key, done);

  const submit = form.handleSubmit(async (output) => {
    const about = props.describe?.(output) ?? name;
    try {
      const result = await onSubmit(output);
      done.current = true;
      if (draft) drafts.remove(draft.key);
      // Whoever went on meanwhile is not taken away from where they are now.
      if (draft && left.current) notify.success({ title: 'Done after you left', message: about });
      else onDone(result);
    } catch (error) {
      if (draft && left.current)
        notify.error({
          title: `${props.errorTitle ?? 'Not saved'}: ${about}`,
          message: error instanceof Error ? error.message : String(error),
        });
      else showFieldErrors(form, error);
    }
  });

  const once = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy.current || done.current) return;
    if (refuseUnchosen(event.currentTarget)) return void form.trigger();
    busy.current = true;
    void submit(event).finally(() => {
      busy.current = false;
    });
  };

  return (
    <form className={classes.form} noValidate aria-label={name} onSubmit={once}>
      {draft && (
        <LeaveGuard
          when={() => isDirty && !done.current}
          // What is under way may fail: what was typed then waits in the form.
          onLeave={() => !busy.current && drafts.remove(draft.key)}
          {...(loading && underWay)}
        />
      )}
      {draft?.restored && isDirty && (
        <Alert color="indigo" className={classes.notice} role="status">
          <div className={classes.restored}>
            Your unsaved changes were restored.
            <Button variant="subtle" size="compact-sm" onClick={() => form.reset()}>
              Discard them
            </Button>
          </div>
        </Alert>
      )}
      {props.children}
      {submitError instanceof ChangedError ? (
        <ConflictNotice
          error={submitError}
          onResolve={(keep) => {
            draft?.rebase(submitError.current, keep);
            props.onResolved?.();
            if (keep === 'mine') submitButton.current?.focus();
          }}
        />
      ) : (
        submitError && (
          <Alert color="red" role="alert" title={props.errorTitle ?? 'Not saved'} className={classes.notice}>
            {submitError.message}
            {submitError.outcomeUnknown && props.onAnyway && (
              <Group mt="sm" gap="xs">
                <Button component="a" href={cancelTo} target="_blank" variant="default">
                  Look at the list
                </Button>
                <Button type="submit" variant="default" onClick={props.onAnyway}>
                  {submitLabel} anyway
                </Button>
              </Group>
            )}
          </Alert>
        )
      )}
      <div className={classes.actions}>
        <BusyButton ref={submitButton} type="submit" loading={loading}>
          {submitLabel}
        </BusyButton>
        {cancelTo !== undefined && (
          <Button component={Link} to={cancelTo} variant="default">
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}

const underWay = {
  title: 'Leave while this is being sent?',
  text: 'You will be told what became of it. Should it fail, what you typed is here when you come back.',
  stay: 'Wait for it',
};

/** Whether the form is gone from the page. */
function useLeft() {
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);
  return left;
}

/** Writes the form to storage at every change, and forgets it once the form is as it was. */
function useKeepDraft<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  key: string | undefined,
  done: { current: boolean },
) {
  useEffect(() => {
    if (key === undefined) return;
    return form.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values }) => {
        if (done.current) return;
        const baseline = form.formState.defaultValues;
        if (JSON.stringify(values) === JSON.stringify(baseline)) drafts.remove(key);
        else drafts.write(key, { baseline, values });
      },
    });
  }, [form, key, done]);
}

function showFieldErrors<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  error: unknown,
) {
  const fields = error instanceof Error && 'fields' in error ? error.fields : undefined;
  const known = Object.keys(form.getValues());
  let shouldFocus = true;
  for (const [field, texts] of Object.entries(fields ?? {})) {
    if (!known.includes(field)) continue;
    form.setError(field as Path<Values>, { message: String(texts) }, { shouldFocus });
    shouldFocus = false;
  }
}
