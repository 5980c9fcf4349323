import { zodResolver } from '@hookform/resolvers/zod';
import { useNavigate } from 'react-router-dom';
import type { Person } from '#src/api/wire/people.ts';
import { paths } from '#src/app/paths.ts';
import { ChangedError } from '#src/lib/changed-error.ts';
import { FormShell } from '#src/ui/FormShell.tsx';
import { notify } from '#src/ui/notify.tsx';
import { useDraftForm } from '#src/ui/use-draft-form.ts';
import {
  changesOf,
  differences,
  isSaved,
  nameOfField,
  PersonFormValues,
  personFormSchema,
  valuesOf,
} from './form-values.ts';
import { PersonFields } from './PersonFields.tsx';
import { useSavePerson } from './queries.ts';

const ownRole = 'Nobody takes their own access away: another operator can change your role.';

export function PersonForm({ person, isMe }: { person: Person; isMe: boolean }) {
  const { form, draft } = useDraftForm({
    draftKey: paths.person(person.id),
    values: PersonFormValues,
    initial: valuesOf(person),
    resolver: zodResolver(personFormSchema),
  });
  const save = useSavePerson();
  const navigate = useNavigate();

  return (
    <FormShell
      form={form}
      name="Edit person"
      submitLabel="Save changes"
      onSubmit={(values) => {
        const baseline = draft.baseline();
        return save.mutateAsync({
          input: changesOf(person.id, baseline, values),
          check: (current) => {
            // An earlier try may have been saved although its answer was lost.
            if (isSaved(current, values)) return false;
            const changed = differences(baseline, valuesOf(current));
            if (changed.length > 0) throw new ChangedError('person', changed.map(nameOfField), valuesOf(current));
            return true;
          },
        });
      }}
      onDone={() => {
        notify.success({ title: 'Person saved', message: form.getValues('name') });
        void navigate(paths.people());
      }}
      submitError={save.error}
      onResolved={save.reset}
      loading={save.isPending}
      cancelTo={paths.people()}
      draft={draft}
    >
      <PersonFields control={form.control} nameRequired fixedRole={isMe ? ownRole : undefined} />
    </FormShell>
  );
}
