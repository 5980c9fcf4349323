import { zodResolver } from '@hookform/resolvers/zod';
import { useNavigate } from 'react-router-dom';
import type { Widget } from '#src/api/wire/widgets.ts';
import { paths } from '#src/app/paths.ts';
import { FormShell } from '#src/ui/FormShell.tsx';
import { SwitchField } from '#src/ui/fields/SwitchField.tsx';
import { notify } from '#src/ui/notify.tsx';
import { useDraftForm } from '#src/ui/use-draft-form.ts';
import { valuesOf, WidgetFormValues, widgetFormSchema } from './form-values.ts';
import { useSaveWidget } from './mutations.ts';
import { SettingsFields } from './SettingsFields.tsx';
import { WidgetFields } from './WidgetFields.tsx';

export function WidgetForm({ widget }: { widget: Widget }) {
  const saved = valuesOf(widget);
  const { form, draft } = useDraftForm({
    draftKey: paths.widgetEdit(widget.id),
    values: WidgetFormValues,
    initial: saved,
    resolver: zodResolver(widgetFormSchema(saved)),
  });
  const save = useSaveWidget(widget.id);
  const navigate = useNavigate();

  return (
    <FormShell
      form={form}
      name="Edit widget"
      submitLabel="Save changes"
      onSubmit={(values) => save.mutateAsync({ baseline: draft.baseline(), values })}
      onDone={() => {
        notify.success({ title: 'Widget saved', message: form.getValues('description') || form.getValues('url') });
        void navigate(paths.widget(widget.id));
      }}
      submitError={save.error}
      onResolved={save.reset}
      loading={save.isPending}
      cancelTo={paths.widget(widget.id)}
      draft={draft}
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
