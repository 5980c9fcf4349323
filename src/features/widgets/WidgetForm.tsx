import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import type { Widget } from '#src/api/wire/widgets.ts';
import { paths } from '#src/app/paths.ts';
import { ConflictNotice } from '#src/ui/ConflictNotice.tsx';
import { FormShell } from '#src/ui/FormShell.tsx';
import { SwitchField } from '#src/ui/fields/SwitchField.tsx';
import { notify } from '#src/ui/notify.tsx';
import { rebase, useDraft } from '#src/ui/use-draft.ts';
import { nameOfField, valuesOf, WidgetFormSchema, WidgetFormValues } from './form-values.ts';
import { useSaveWidget, WidgetChangedError } from './queries.ts';
import { SettingsFields } from './SettingsFields.tsx';
import { WidgetFields } from './WidgetFields.tsx';

export function WidgetForm({ widget }: { widget: Widget }) {
  const draftKey = paths.widgetEdit(widget.id);
  const draft = useDraft(draftKey, WidgetFormValues, valuesOf(widget));
  const form = useForm({
    resolver: zodResolver(WidgetFormSchema),
    defaultValues: draft.baseline,
    values: draft.values,
    resetOptions: { keepDefaultValues: true },
  });
  const save = useSaveWidget(widget.id);
  const navigate = useNavigate();
  const conflict = save.error instanceof WidgetChangedError ? save.error : undefined;

  const resolve = (current: WidgetFormValues, keep: 'mine' | 'theirs') => {
    rebase(form, current, keep);
    save.reset();
  };

  return (
    <FormShell
      form={form}
      name="Edit widget"
      submitLabel="Save changes"
      onSubmit={(values) =>
        save.mutateAsync({ baseline: WidgetFormValues.parse(form.formState.defaultValues), values })
      }
      onDone={() => {
        notify.success({ title: 'Widget saved', message: form.getValues('description') || form.getValues('url') });
        void navigate(paths.widget(widget.id));
      }}
      submitError={save.error}
      loading={save.isPending}
      cancelTo={paths.widget(widget.id)}
      draftKey={draftKey}
      restored={draft.restored}
      notice={
        conflict && (
          <ConflictNotice
            what="widget"
            fields={conflict.fields.map(nameOfField)}
            onKeepMine={() => resolve(conflict.current, 'mine')}
            onTakeTheirs={() => resolve(conflict.current, 'theirs')}
          />
        )
      }
    >
      <WidgetFields control={form.control} locale={widget.locale_code} />
      <SwitchField
        control={form.control}
        name="enabled"
        label="Enabled"
        description="A disabled widget stays installed and does not offer calls."
      />
      <SettingsFields control={form.control} />
    </FormShell>
  );
}
