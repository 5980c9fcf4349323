import * as z from 'zod/mini';
import { paths } from '#src/app/paths.ts';
import { asCountry, parsePhone } from '#src/domain/phone.ts';
import { drafts } from '#src/lib/drafts.ts';

/** What the form holds while it is typed in, valid or not: also what a draft keeps. */
export const CallbackValues = z.object({
  /** A widget's id; empty while none is chosen. */
  widget: z.string(),
  tel: z.string(),
  /** Where a number without a country code is from; empty: not known. */
  country: z.string(),
  /** What the country was guessed from, in words; empty: a person chose it, or nobody did. */
  guess: z.string(),
  /** Who takes the call: anybody (empty), `department:3`, `manager:5`. */
  taker: z.string(),
});
export type CallbackValues = z.infer<typeof CallbackValues>;

/** One person's wish to have one number called: sent once, whatever happens. */
export const Intent = z.object({
  widgetId: z.number(),
  /** E.164 */
  tel: z.string(),
  /** The same for reading. */
  telText: z.string(),
  departmentId: z.optional(z.number()),
  /** With a manager, the call is placed now or not at all. */
  managerId: z.optional(z.number()),
});
export type Intent = z.infer<typeof Intent>;

export const CallbackSchema = z.pipe(
  CallbackValues,
  z.transform(({ widget, tel, country, taker }, { issues }): Intent => {
    const complain = (field: keyof CallbackValues, message: string) =>
      issues.push({ code: 'custom', message, path: [field], input: tel });
    const phone = parsePhone(tel, asCountry(country));
    if (widget === '') complain('widget', 'Choose the widget that the call belongs to.');
    if (!phone.ok) complain('tel', phone.problem);
    const { kind, id } = readTaker(taker);
    return {
      widgetId: Number(widget),
      tel: phone.ok ? phone.e164 : '',
      telText: phone.ok ? phone.international : '',
      ...(kind === 'department' && { departmentId: id }),
      ...(kind === 'manager' && { managerId: id }),
    };
  }),
);

/** Who takes the call, as the form's list names them. */
export function readTaker(taker: string): { kind: 'anybody' | 'department' | 'manager'; id: number } {
  const [kind, id = ''] = taker.split(':');
  if (kind !== 'department' && kind !== 'manager') return { kind: 'anybody', id: 0 };
  return { kind, id: Number(id) };
}

const SentIntent = z.object({
  intent: Intent,
  /** Epoch milliseconds. */
  at: z.number(),
  /** The search of the address whose form asked for it. */
  search: z.string(),
  /** By which the server knows it, should it be sent again. */
  key: z.string(),
  /** The server's question that the person has said yes to. */
  confirmed: z.optional(z.number()),
});
export type SentIntent = z.infer<typeof SentIntent>;

/** Where the form of an address keeps what is typed. */
export const formKey = (search: string) => `${paths.callbacks()}?${new URLSearchParams(search)}`;

const draftKey = 'callbacks-without-answer';

/**
 * The intents that were sent and have no answer yet, kept by the tab: whoever reloads the page while one is under way
 * is told that it was sent, instead of finding a form to send again.
 */
export const unanswered = {
  all: (): SentIntent[] => z.safeParse(z.array(SentIntent), drafts.read(draftKey)).data ?? [],
  write: (sent: SentIntent) => drafts.write(draftKey, [...except(sent), sent]),
  remove(sent: SentIntent): void {
    const others = except(sent);
    if (others.length > 0) drafts.write(draftKey, others);
    else drafts.remove(draftKey);
  },
};

const except = ({ key }: SentIntent) => unanswered.all().filter((other) => other.key !== key);
