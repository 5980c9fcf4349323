import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import type { SmsMessage } from '#src/api/wire/sms.ts';
import type { Widget } from '#src/api/wire/widgets.ts';
import { paths } from '#src/app/paths.ts';
import { smsName } from '#src/domain/messages.ts';
import { ChangedError } from '#src/lib/changed-error.ts';
import { ConflictNotice } from '#src/ui/ConflictNotice.tsx';
import { FormShell } from '#src/ui/FormShell.tsx';
import { SwitchField } from '#src/ui/fields/SwitchField.tsx';
import { notify } from '#src/ui/notify.tsx';
import { rebase, useDraft } from '#src/ui/use-draft.ts';
import { differences, SmsFormSchema, SmsFormValues, valuesOf } from './form-values.ts';
import { previewValues } from './preview-values.ts';
import { useSaveSms } from './queries.ts';
import { SmsPreview } from './SmsPreview.tsx';
import { SmsTextField } from './SmsTextField.tsx';

export function SmsForm({ widget, message }: { widget: Widget; message: SmsMessage }) {
  const { message_id } = message;
  const draftKey = paths.widgetSmsMessage(widget.id, message_id);
  const draft = useDraft(draftKey, SmsFormValues, valuesOf(message));
  const form = useForm({
    resolver: zodResolver(SmsFormSchema),
    defaultValues: draft.baseline,
    values: draft.values,
    resetOptions: { keepDefaultValues: true },
  });
  const text = useWatch({ control: form.control, name: 'text' });
  const save = useSaveSms(widget.id, message_id);
  const navigate = useNavigate();
  const conflict = save.error instanceof ChangedError ? save.error : undefined;
  const values = previewValues(widget);

  return (
    <FormShell
      form={form}
      name="Edit SMS"
      submitLabel="Save text"
      onSubmit={(content) => {
        const baseline = SmsFormValues.parse(form.formState.defaultValues);
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
      loading={save.isPending}
      cancelTo={paths.widgetSms(widget.id)}
      draftKey={draftKey}
      restored={draft.restored}
      notice={
        conflict && (
          <ConflictNotice
            what="message"
            fields={conflict.fields}
            onKeepMine={() => {
              rebase(form, SmsFormValues.parse(conflict.current), 'mine');
              save.reset();
            }}
            onTakeTheirs={() => {
              rebase(form, SmsFormValues.parse(conflict.current), 'theirs');
              save.reset();
            }}
          />
        )
      }
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
