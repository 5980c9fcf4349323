import { type ResolverResult, useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import * as z from 'zod/mini';
import type { Assignment } from '#src/api/wire/managers.ts';
import { paths } from '#src/app/paths.ts';
import { StoredWeek } from '#src/domain/business-hours/draft.ts';
import { problemsOf } from '#src/domain/business-hours/problems.ts';
import { type Week, weekOf } from '#src/domain/business-hours/week.ts';
import { assignmentName } from '#src/domain/user-name.ts';
import { count } from '#src/lib/format.ts';
import { FormShell } from '#src/ui/FormShell.tsx';
import { HoursWeekField } from '#src/ui/fields/HoursWeekField.tsx';
import { notify } from '#src/ui/notify.tsx';
import { useDraftForm } from '#src/ui/use-draft-form.ts';
import { HoursNow } from './HoursNow.tsx';
import classes from './HoursPage.module.css';
import { hoursOf } from './hours.ts';
import { useHoursHome } from './hours-home.ts';
import { useSaveHours } from './queries.ts';

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
  const { form, draft } = useDraftForm<HoursValues, HoursValues>({
    draftKey: paths.managerHours(widgetId, userId),
    values: StoredHours,
    initial: { week: weekOf(hoursOf(assignment)) },
    resolver,
  });
  const save = useSaveHours(widgetId, userId);
  const navigate = useNavigate();
  const home = useHoursHome(widgetId).to;
  const week = useWatch({ control: form.control, name: 'week' });

  return (
    <div className={classes.layout}>
      <FormShell
        form={form}
        name="Hours"
        submitLabel="Save hours"
        onSubmit={(values) => save.mutateAsync({ baseline: draft.baseline().week.rules, week: values.week })}
        onDone={() => {
          notify.success({ title: 'Hours saved', message: assignmentName(assignment) });
          void navigate(home);
        }}
        submitError={save.error}
        onResolved={save.reset}
        loading={save.isPending}
        cancelTo={home}
        draft={draft}
      >
        <HoursWeekField control={form.control} name="week" />
      </FormShell>
      <HoursNow week={week} widgetId={widgetId} assignment={assignment} />
    </div>
  );
}
