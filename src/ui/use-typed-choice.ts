import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';

/**
 * Text that is typed into a picker is no choice until an option is taken: while its list is open Enter takes the
 * highlighted or the only option and never submits, and Tab takes the only one that what was typed leaves; what was typed
 * and not chosen stays, and keeps the form from being submitted (`refuseUnchosen`), so that what is sent is never an
 * older choice than the one that is shown.
 * @param chosen what the box shows while nothing is typed: the name of what is chosen, or nothing
 * @param clear where nothing may be chosen too, which an emptied box says
 */
export function useTypedChoice(chosen: string, clear?: () => void) {
  const [typed, setTyped] = useState<string>();
  const [complained, setComplained] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const isUnchosen = typed !== undefined && typed !== chosen;

  useEffect(() => input.current?.setCustomValidity(isUnchosen ? unchosen(typed) : ''), [isUnchosen, typed]);

  const forget = () => {
    setTyped(undefined);
    setComplained(false);
  };

  return {
    text: typed ?? chosen,
    /** What is wrong with what was typed, once the person wanted to submit it. */
    complaint: complained && isUnchosen ? unchosen(typed) : undefined,
    /** An option was taken, or nothing is wanted any more. */
    forget,
    inputProps: {
      ref: input,
      onInput: ({ currentTarget }: FormEvent<HTMLInputElement>) => {
        setTyped(currentTarget.value);
        setComplained(false);
        if (currentTarget.value !== '' || !clear) return;
        forget();
        clear();
      },
      onKeyDownCapture: (event: KeyboardEvent<HTMLInputElement>) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') forget();
        if (!isOpen(event.currentTarget)) return;
        if (event.key === 'Tab' && isUnchosen) optionOf(event.currentTarget)?.click();
        if (event.key !== 'Enter') return;
        event.preventDefault();
        event.stopPropagation();
        optionOf(event.currentTarget)?.click();
      },
      // Outside a form nothing is submitted: what is in force is shown again.
      onBlurCapture: () => !(isUnchosen && input.current?.form) && forget(),
      onInvalid: () => setComplained(true),
    },
  };
}

/**
 * Whether something in the form was typed into a picker and not chosen: its box then says so and has the focus. Every
 * form asks this before it is submitted.
 */
export function refuseUnchosen(form: HTMLFormElement): boolean {
  const boxes = [...form.elements].filter((one) => one instanceof HTMLInputElement && one.validity.customError);
  for (const box of boxes) if (box instanceof HTMLInputElement) box.checkValidity();
  const [first] = boxes;
  if (first instanceof HTMLInputElement) first.focus();
  return boxes.length > 0;
}

const unchosen = (typed: string) =>
  typed.trim() === ''
    ? 'Nothing is chosen. Choose one of the list.'
    : `“${typed.trim()}” is typed and not chosen. Choose one of the list.`;

const isOpen = (input: HTMLInputElement) => input.getAttribute('aria-expanded') === 'true';

/** The highlighted option, or the only one. */
function optionOf(input: HTMLInputElement): HTMLElement | undefined {
  const list = document.getElementById(input.getAttribute('aria-controls') ?? '');
  const options = [
    ...(list?.querySelectorAll<HTMLElement>('[data-combobox-option]:not([data-combobox-disabled])') ?? []),
  ];
  return (
    options.find((option) => option.hasAttribute('data-combobox-selected')) ?? (options[1] ? undefined : options[0])
  );
}
