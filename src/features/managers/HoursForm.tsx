import { type ResolverResult, useForm, useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import * as z from 'zod/mini';
import { type Assignment, BusinessTime } from '#src/api/wire/managers.ts';
import { paths } from '#src/app/paths.ts';
import { StoredWeek } from '#src/domain/business-hours/draft.ts';
import { problemsOf } from '#src/domain/business-hours/problems.ts';
import { type Week, weekOf } from '#src/domain/business-hours/week.ts';
import { ChangedError } from '#src/lib/changed-error.ts';
import { count } from '#src/lib/format.ts';
import { ConflictNotice } from '#src/ui/ConflictNotice.tsx';
import { FormShell } from '#src/ui/FormShell.tsx';
import { HoursWeekField } from '#src/ui/fields/HoursWeekField.tsx';
import { notify } from '#src/ui/notify.tsx';
import { rebase, useDraft } from '#src/ui/use-draft.ts';
import { assignmentName } from './assignment-name.ts';
import { HoursNow } from './HoursNow.tsx';
import classes from './HoursPage.module.css';
import { hoursOf } from './hours.ts';
import { useHoursHome } from './hours-home.ts';
import { useSaveHours } from './queries.ts';

const Hours = z.array(BusinessTime);
const StoredHours = z.object({ week: StoredWeek });

interface HoursValues {
  week: Week;
}

const resolver = (values: HoursValues): ResolverResult<HoursValues> => {
  const problems = problemsOf(values.week).length;
  if (problems === 0) return { values, errors: {} };
  const message = `${count(problems, 'range')} cannot be saved as ${problems === 1 ? 'it is' : 'they are'}: see above.`;
  return { values: {}, errors: { week: { type: 'custom', message } } };
};

interface HoursFormProps {
  widgetId: number;
  assignment: Assignment;
}

export function HoursForm({ widgetId, assignment }: HoursFormProps) {
  const { user_id: userId } = assignment;
  const draftKey = paths.managerHours(widgetId, userId);
  const draft = useDraft<HoursValues>(draftKey, StoredHours, { week: weekOf(hoursOf(assignment)) });
  const form = useForm<HoursValues>({
    resolver,
    defaultValues: draft.baseline,
    values: draft.values,
    resetOptions: { keepDefaultValues: true },
  });
  const save = useSaveHours(widgetId, userId);
  const navigate = useNavigate();
  const home = useHoursHome(widgetId).to;
  const week = useWatch({ control: form.control, name: 'week' });
  const conflict = save.error instanceof ChangedError ? save.error : undefined;

  const resolve = (theirs: unknown, keep: 'mine' | 'theirs') => {
    rebase(form, { week: weekOf(Hours.parse(theirs)) }, keep);
    save.reset();
  };

  return (
    <div className={classes.layout}>
      <FormShell
        form={form}
        name="Hours"
        submitLabel="Save hours"
        onSubmit={(values) =>
          save.mutateAsync({ baseline: StoredHours.parse(form.formState.defaultValues).week.rules, week: values.week })
        }
        onDone={() => {
          notify.success({ title: 'Hours saved', message: assignmentName(assignment) });
          void navigate(home);
        }}
        submitError={save.error}
        loading={save.isPending}
        cancelTo={home}
        draftKey={draftKey}
        restored={draft.restored}
        notice={
          conflict && (
            <ConflictNotice
              what="week"
              fields={conflict.fields}
              onKeepMine={() => resolve(conflict.current, 'mine')}
              onTakeTheirs={() => resolve(conflict.current, 'theirs')}
            />
          )
        }
      >
        <HoursWeekField control={form.control} name="week" />
      </FormShell>
      <HoursNow week={week} widgetId={widgetId} assignment={assignment} />
    </div>
  );
}
