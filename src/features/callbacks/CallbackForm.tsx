import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import type { ApiError } from '#src/api/errors.ts';
import { FormShell } from '#src/ui/FormShell.tsx';
import { useDraft } from '#src/ui/use-draft.ts';
import { CallbackFields } from './CallbackFields.tsx';
import { CallbackSchema, CallbackValues, type Intent, type SentIntent } from './intent.ts';
import { RecentDialog } from './RecentDialog.tsx';
import { usePlacing } from './use-placing.ts';

export interface Placed {
  intent: Intent;
  /** The call's id. */
  id: number;
}

interface CallbackFormProps {
  initial: CallbackValues;
  draftKey: string;
  onPlaced: (placed: Placed) => void;
  onUnknown: (sent: SentIntent, error: ApiError) => void;
}

export function CallbackForm({ initial, draftKey, onPlaced, onUnknown }: CallbackFormProps) {
  const draft = useDraft(draftKey, CallbackValues, initial);
  const form = useForm<CallbackValues, unknown, Intent>({
    resolver: zodResolver(CallbackSchema),
    defaultValues: draft.baseline,
    values: draft.values,
    resetOptions: { keepDefaultValues: true },
  });
  const { place, question, error, loading } = usePlacing(onUnknown);
  return (
    <>
      <FormShell
        form={form}
        name="New callback"
        submitLabel="Call back"
        onSubmit={place}
        onDone={onPlaced}
        submitError={error}
        errorTitle="Not called"
        loading={loading}
        draftKey={draftKey}
        restored={draft.restored}
      >
        <CallbackFields control={form.control} />
      </FormShell>
      {question && <RecentDialog {...question} />}
    </>
  );
}
