import './styles/mantine.ts';
import { Select, type SelectProps } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { type SyntheticEvent, useState } from 'react';
import { usePickerOptions } from './picker-options.ts';
import { useTypedChoice } from './use-typed-choice.ts';

const chevron = <IconChevronDown aria-hidden size={16} stroke={1.6} />;

interface SearchSelectProps extends Omit<SelectProps, 'searchValue' | 'onSearchChange' | 'nothingFoundMessage'> {
  value: string | null;
  onChange: (value: string | null) => void;
  nothingFoundMessage?: string;
  /** What the options are: what is chosen and is none of them, or not read yet, is shown as `Widget 12`. */
  what: string;
}

/** A choice among more than one would scroll through: typing narrows the list, and no more is drawn than is looked at. */
export function SearchSelect(props: SearchSelectProps) {
  const { ref, data, value, onChange, filter, limit = 100, onFocus, onDropdownOpen, error, what, ...rest } = props;
  const { nothingFoundMessage = 'Nothing matches', ...others } = rest;
  const [opened, setOpened] = useState(false);
  const { names, isEmpty } = usePickerOptions(data, filter);
  const chosen = value === null ? '' : (names[value]?.label ?? `${what} ${value}`);
  const { text, complaint, forget, inputProps } = useTypedChoice(
    chosen,
    others.clearable ? () => onChange(null) : undefined,
  );
  const box = useMergedRef(inputProps.ref, ref);
  return (
    <>
      <Select
        searchable
        // The focus may come by itself: a list that nobody asked for would lie over what stands below.
        openOnFocus={false}
        // Enter on what is chosen keeps it.
        allowDeselect={false}
        maxDropdownHeight={280}
        rightSection={others.clearable && value ? undefined : chevron}
        clearButtonProps={{ 'aria-label': 'Clear' }}
        comboboxProps={{ withinPortal: false }}
        {...others}
        {...inputProps}
        ref={box}
        {...(data && { data })}
        {...(filter && { filter })}
        limit={limit}
        value={value}
        searchValue={text}
        error={complaint ?? error}
        nothingFoundMessage={nothingFoundMessage}
        onChange={(next) => {
          forget();
          onChange(next);
        }}
        onOptionSubmit={forget}
        onClear={forget}
        onDropdownOpen={() => {
          setOpened(true);
          onDropdownOpen?.();
        }}
        onDropdownClose={() => setOpened(false)}
        onFocus={(event) => {
          onFocus?.(event);
          selectText(event);
        }}
        onClick={selectText}
      />
      <span role="status" className="visually-hidden">
        {opened && text !== chosen && isEmpty(text) && nothingFoundMessage}
      </span>
    </>
  );
}

/** What is typed takes the place of the name of what was chosen. */
const selectText = ({ currentTarget }: SyntheticEvent<HTMLInputElement>) => currentTarget.select();
