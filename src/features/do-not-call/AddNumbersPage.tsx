import { zodResolver } from '@hookform/resolvers/zod';
import { Textarea } from '@mantine/core';
import { useController } from 'react-hook-form';
import { Link, useNavigate } from 'react-router-dom';
import { paths } from '#src/app/paths.ts';
import { countries } from '#src/domain/phone.ts';
import { FormShell } from '#src/ui/FormShell.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import { notify } from '#src/ui/notify.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { useDraftForm } from '#src/ui/use-draft-form.ts';
import classes from './DoNotCall.module.css';
import { NumbersFormValues, noNumbers, numbersFormSchema } from './form-values.ts';
import { addedInWords, NotAllAdded } from './not-all-added.ts';
import { useAddNumbers } from './queries.ts';

const countryOptions = [
  { value: '', label: 'Each has its country code' },
  ...countries().map(({ code, name, callingCode }) => ({ value: code, label: `${name} +${callingCode}` })),
];

/** Adds one number or many. What is no number stays in the field, with the reason; the others are on the list by then. */
export function AddNumbersPage() {
  const { form, draft } = useDraftForm({
    draftKey: paths.addDoNotCall(),
    values: NumbersFormValues,
    initial: noNumbers,
    resolver: zodResolver(numbersFormSchema),
  });
  const add = useAddNumbers();
  const navigate = useNavigate();
  const { field, fieldState } = useController({ control: form.control, name: 'numbers' });
  return (
    <>
      <PageHeader title="Add to the do-not-call list" back={<Link to={paths.doNotCall()}>Do not call</Link>} />
      <FormShell
        form={form}
        name="Add to the do-not-call list"
        submitLabel="Add to the list"
        onSubmit={(input) =>
          add.mutateAsync(input).catch((error: unknown) => {
            if (error instanceof NotAllAdded) form.setValue('numbers', error.left, { shouldDirty: true });
            throw error;
          })
        }
        onDone={(result) => {
          notify.success({ title: 'Do not call', message: addedInWords(result) });
          void navigate(paths.doNotCall());
        }}
        submitError={add.error}
        errorTitle={add.error instanceof NotAllAdded ? 'Not all added' : 'Not added'}
        loading={add.isPending}
        cancelTo={paths.doNotCall()}
        draft={draft}
      >
        <Textarea
          {...field}
          label="Numbers"
          description="In any shape: one a line, or pasted from a spreadsheet."
          error={fieldState.error?.message}
          classNames={{ error: classes.problems ?? '' }}
          autosize
          minRows={4}
          maxRows={16}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <SelectField
          control={form.control}
          name="country"
          label="Country of numbers without a code"
          data={countryOptions}
        />
        <TextField
          control={form.control}
          name="reason"
          label="Reason"
          description="Whoever tries to call one of them reads it."
          autoComplete="off"
          required
        />
      </FormShell>
    </>
  );
}
