import { zodResolver } from '@hookform/resolvers/zod';
import { useNavigate } from 'react-router-dom';
import { paths } from '#src/app/paths.ts';
import { drafts } from '#src/lib/drafts.ts';
import { FormShell } from '#src/ui/FormShell.tsx';
import { notify } from '#src/ui/notify.tsx';
import { useDraftForm } from '#src/ui/use-draft-form.ts';
import { WidgetFormValues, widgetFormSchema } from './form-values.ts';
import { useCreateWidget } from './mutations.ts';
import { fromRows } from './settings.ts';
import { WidgetFields } from './WidgetFields.tsx';

interface NewWidgetFormProps {
  initial: WidgetFormValues;
  draftKey: string;
}

export function NewWidgetForm({ initial, draftKey }: NewWidgetFormProps) {
  const { form, draft } = useDraftForm({
    draftKey,
    values: WidgetFormValues,
    initial,
    resolver: zodResolver(widgetFormSchema()),
  });
  const create = useCreateWidget();
  const navigate = useNavigate();

  return (
    <FormShell
      form={form}
      name="New widget"
      submitLabel="Create widget"
      onSubmit={async (values) => ({ values, ...(await create.mutateAsync(createInput(values))) })}
      onDone={({ values, id, settingsError }) => {
        if (!settingsError) return navigate(paths.widget(id));
        notify.error({ title: 'Created, but without the settings', message: settingsError });
        // They wait in the new widget's form, to be saved from there.
        drafts.write(paths.widgetEdit(id), { baseline: { ...values, settings: [] }, values });
        return navigate(paths.widgetEdit(id));
      }}
      submitError={create.error}
      onAnyway={create.renew}
      loading={create.isPending}
      cancelTo={paths.widgets()}
      draft={draft}
    >
      <WidgetFields control={form.control} />
    </FormShell>
  );
}

/** A description that is left empty is left out: CallPage then writes one of its own. */
const createInput = ({ url, description, locale_code, settings }: WidgetFormValues) => ({
  url,
  locale_code,
  ...(description.trim() !== '' && { description }),
  settings: fromRows(settings),
});
