import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import type { Person } from '#src/api/wire/people.ts';
import { paths } from '#src/app/paths.ts';
import { ChangedError } from '#src/lib/changed-error.ts';
import { ConflictNotice } from '#src/ui/ConflictNotice.tsx';
import { FormShell } from '#src/ui/FormShell.tsx';
import { notify } from '#src/ui/notify.tsx';
import { rebase, useDraft } from '#src/ui/use-draft.ts';
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
  const draftKey = paths.person(person.id);
  const draft = useDraft(draftKey, PersonFormValues, valuesOf(person));
  const form = useForm({
    resolver: zodResolver(personFormSchema),
    defaultValues: draft.baseline,
    values: draft.values,
    resetOptions: { keepDefaultValues: true },
  });
  const save = useSavePerson();
  const navigate = useNavigate();
  const conflict = save.error instanceof ChangedError ? save.error : undefined;

  const resolve = (keep: 'mine' | 'theirs') => {
    rebase(form, PersonFormValues.parse(conflict?.current), keep);
    save.reset();
  };

  return (
    <FormShell
      form={form}
      name="Edit person"
      submitLabel="Save changes"
      onSubmit={(values) => {
        const baseline = PersonFormValues.parse(form.formState.defaultValues);
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
      loading={save.isPending}
      cancelTo={paths.people()}
      draftKey={draftKey}
      restored={draft.restored}
      notice={
        conflict && (
          <ConflictNotice
            what="person"
            fields={conflict.fields}
            onKeepMine={() => resolve('mine')}
            onTakeTheirs={() => resolve('theirs')}
          />
        )
      }
    >
      <PersonFields control={form.control} nameRequired fixedRole={isMe ? ownRole : undefined} />
    </FormShell>
  );
}
