import { Button, Input } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId, useLayoutEffect, useRef } from 'react';
import { type Control, useController } from 'react-hook-form';
import { insertVariable, type Variable, variableNames, variables } from '#src/domain/template-variables.ts';
import type { SmsFormValues } from './form-values.ts';
import { MarkedText } from './MarkedText.tsx';
import { SmsCount } from './SmsCount.tsx';
import classes from './SmsTextField.module.css';
import { UnicodeNotice } from './UnicodeNotice.tsx';
import { UnknownVariables } from './UnknownVariables.tsx';

interface SmsTextFieldProps {
  control: Control<SmsFormValues, unknown, SmsFormValues>;
  values: Partial<Record<Variable, string>>;
}

/** The text, with chips that put a variable where the caret is, what is wrong with it marked, and what it costs. */
export function SmsTextField({ control, values }: SmsTextFieldProps) {
  const { field, fieldState } = useController({ control, name: 'text' });
  const area = useRef<HTMLTextAreaElement | null>(null);
  const caret = useRef<number>(undefined);
  const id = useId();

  // Writing the value puts the caret behind it: it goes back to where it belongs before anything is drawn.
  useLayoutEffect(() => {
    if (caret.current === undefined) return;
    area.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  });

  const insert = (variable: Variable) => {
    if (!area.current) return;
    const inserted = insertVariable(field.value, variable, area.current.selectionStart, area.current.selectionEnd);
    caret.current = inserted.caret;
    field.onChange(inserted.text);
    area.current.focus();
  };

  return (
    <div>
      <Input.Wrapper id={id} label="Text" labelElement="label" error={fieldState.error?.message} required>
        <fieldset className={classes.chips} aria-label="Insert a variable">
          {variables.map((variable) => (
            <Button
              key={variable}
              variant="default"
              size="compact-sm"
              radius="xl"
              leftSection={<IconPlus aria-hidden size={14} />}
              // The text keeps the focus and the caret.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => insert(variable)}
            >
              {variableNames[variable]}
            </Button>
          ))}
        </fieldset>
        <div className={classes.editor} data-invalid={fieldState.invalid || undefined}>
          <MarkedText text={field.value} />
          <textarea
            {...field}
            id={id}
            ref={(element) => {
              area.current = element;
              field.ref(element);
            }}
            className={classes.area}
            rows={4}
            required
            aria-required
            aria-invalid={fieldState.invalid}
            aria-describedby={`${fieldState.invalid ? `${id}-error ` : ''}${id}-count`}
          />
        </div>
      </Input.Wrapper>
      <SmsCount id={`${id}-count`} text={field.value} values={values} />
      <UnknownVariables text={field.value} onChange={field.onChange} />
      <UnicodeNotice text={field.value} values={values} onChange={field.onChange} />
    </div>
  );
}
