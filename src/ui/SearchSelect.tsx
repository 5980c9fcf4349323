import './styles/mantine.ts';
import { Select, type SelectProps } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { SyntheticEvent } from 'react';

const chevron = <IconChevronDown aria-hidden size={16} stroke={1.6} />;

/** A choice among more than one would scroll through: typing narrows the list, and no more is drawn than is looked at. */
export function SearchSelect({ onFocus, ...props }: SelectProps) {
  return (
    <Select
      searchable
      limit={100}
      maxDropdownHeight={280}
      nothingFoundMessage="Nothing matches"
      rightSection={props.clearable && props.value ? undefined : chevron}
      clearButtonProps={{ 'aria-label': 'Clear' }}
      comboboxProps={{ withinPortal: false }}
      onFocus={(event) => {
        onFocus?.(event);
        selectText(event);
      }}
      onClick={selectText}
      {...props}
    />
  );
}

/** What is typed takes the place of the name of what was chosen. */
const selectText = ({ currentTarget }: SyntheticEvent<HTMLInputElement>) => currentTarget.select();
