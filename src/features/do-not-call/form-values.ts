import * as z from 'zod/mini';
import { type AddNumbersInput, barredLimits } from '#src/api/wire/do-not-call.ts';

/** What the form holds while it is typed in, valid or not: also what a draft keeps. */
export const NumbersFormValues = z.object({
  /** As they were typed or pasted. */
  numbers: z.string(),
  /** Where those without a country code are from; empty: not known. */
  country: z.string(),
  reason: z.string(),
});
export type NumbersFormValues = z.infer<typeof NumbersFormValues>;

export const noNumbers: NumbersFormValues = { numbers: '', country: '', reason: '' };

export const numbersFormSchema = z.pipe(
  NumbersFormValues,
  z.transform((values, { issues }): AddNumbersInput => {
    const numbers = splitNumbers(values.numbers);
    const reason = values.reason.trim();
    const complain = (field: keyof NumbersFormValues, message: string) =>
      issues.push({ code: 'custom', message, path: [field], input: values });
    if (numbers.length === 0) complain('numbers', 'Enter a number, or paste many.');
    if (numbers.length > barredLimits.numbers)
      complain('numbers', `These are ${numbers.length} numbers. Add ${barredLimits.numbers} at most at once.`);
    if (reason === '') complain('reason', 'Say why, for whoever wants to call the number.');
    if (reason.length > barredLimits.reason) complain('reason', `Use ${barredLimits.reason} characters at most.`);
    return { numbers, reason, ...(values.country !== '' && { country: values.country }) };
  }),
);

/**
 * The numbers of a text that was typed or pasted: one a line, or between commas, semicolons and tabs, as a column or a row
 * of a spreadsheet or of an exported file, whose quotes are taken off. What stands beside a number stays with it.
 */
export function splitNumbers(text: string): string[] {
  return text
    .split(/[\r\n,\t]|;(?!\s*ext=)/i)
    .map((part) =>
      part
        .trim()
        .replace(/^["']+|["']+$/g, '')
        .trim(),
    )
    .filter(Boolean);
}
