import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import type { ApiError } from '#src/api/errors.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import { FormShell } from '#src/ui/FormShell.tsx';
import { useDraftForm } from '#src/ui/use-draft-form.ts';
import { CallbackFields } from './CallbackFields.tsx';
import { CallbackSchema, CallbackValues, type Intent, type SentIntent } from './intent.ts';
import { RecentDialog } from './RecentDialog.tsx';
import { usePlacing } from './use-placing.ts';
import { widgetNamed } from './WidgetNamed.tsx';

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
  const { form, draft } = useDraftForm({
    draftKey,
    values: CallbackValues,
    initial,
    resolver: zodResolver(CallbackSchema),
  });
  const client = useQueryClient();
  const { place, question, error, loading } = usePlacing(onUnknown);
  return (
    <>
      <FormShell
        form={form}
        name="New callback"
        submitLabel="Call back"
        onSubmit={place}
        describe={({ telText, widgetId }) =>
          `Callback to ${telText} for ${widgetNamed(client.getQueryData(widgetQueries.detail(widgetId).queryKey), widgetId)}`
        }
        onDone={onPlaced}
        submitError={error}
        errorTitle="Not called"
        loading={loading}
        draft={draft}
      >
        <CallbackFields control={form.control} />
      </FormShell>
      {question && <RecentDialog {...question} />}
    </>
  );
}
