import { zodResolver } from '@hookform/resolvers/zod';
import { useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import type { SmsMessage } from '#src/api/wire/sms.ts';
import type { Widget } from '#src/api/wire/widgets.ts';
import { paths } from '#src/app/paths.ts';
import { smsName } from '#src/domain/messages.ts';
import { ChangedError } from '#src/lib/changed-error.ts';
import { FormShell } from '#src/ui/FormShell.tsx';
import { SwitchField } from '#src/ui/fields/SwitchField.tsx';
import { notify } from '#src/ui/notify.tsx';
import { useDraftForm } from '#src/ui/use-draft-form.ts';
import { differences, SmsFormSchema, SmsFormValues, valuesOf } from './form-values.ts';
import { previewValues } from './preview-values.ts';
import { useSaveSms } from './queries.ts';
import { SmsPreview } from './SmsPreview.tsx';
import { SmsTextField } from './SmsTextField.tsx';

export function SmsForm({ widget, message }: { widget: Widget; message: SmsMessage }) {
  const { message_id } = message;
  const { form, draft } = useDraftForm({
    draftKey: paths.widgetSmsMessage(widget.id, message_id),
    values: SmsFormValues,
    initial: valuesOf(message),
    resolver: zodResolver(SmsFormSchema),
  });
  const text = useWatch({ control: form.control, name: 'text' });
  const save = useSaveSms(widget.id, message_id);
  const navigate = useNavigate();
  const values = previewValues(widget);

  return (
    <FormShell
      form={form}
      name="Edit SMS"
      submitLabel="Save text"
      onSubmit={(content) => {
        const baseline = draft.baseline();
        return save.mutateAsync({
          ...content,
          check: (current) => {
            const changed = differences(baseline, valuesOf(current));
            if (changed.length > 0) throw new ChangedError('message', changed, valuesOf(current));
          },
        });
      }}
      onDone={() => {
        notify.success({ title: 'Message saved', message: smsName(message_id) });
        void navigate(paths.widgetSms(widget.id));
      }}
      submitError={save.error}
      onResolved={save.reset}
      loading={save.isPending}
      cancelTo={paths.widgetSms(widget.id)}
      draft={draft}
    >
      <SmsTextField control={form.control} values={values} />
      <SmsPreview text={text} values={values} />
      <SwitchField
        control={form.control}
        name="enabled"
        label="Enabled"
        description="A disabled message keeps its text and is not sent."
      />
    </FormShell>
  );
}
