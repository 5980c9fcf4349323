import './styles/mantine.ts';
import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import { useState } from 'react';
import { usePickerOptions } from './picker-options.ts';
import { useTypedChoice } from './use-typed-choice.ts';

interface SearchMultiSelectProps extends Omit<MultiSelectProps, 'searchValue' | 'onSearchChange'> {
  value: string[];
  onChange: (values: string[]) => void;
  nothingFoundMessage: string;
}

/** Several of a list that typing narrows. */
export function SearchMultiSelect(props: SearchMultiSelectProps) {
  const { ref, data, value, onChange, filter, limit = 100, error, nothingFoundMessage, ...others } = props;
  const [opened, setOpened] = useState(false);
  const { isEmpty } = usePickerOptions(data, filter);
  const { text, complaint, forget, inputProps } = useTypedChoice('');
  const box = useMergedRef(inputProps.ref, ref);
  return (
    <>
      <MultiSelect
        searchable
        // Closed by each choice and by none opened: it would lie over what stands below.
        openOnFocus={false}
        dropdownOpened={opened}
        onDropdownOpen={() => setOpened(true)}
        onDropdownClose={() => setOpened(false)}
        hidePickedOptions
        maxDropdownHeight={240}
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
        onChange={onChange}
        onOptionSubmit={() => {
          forget();
          setOpened(false);
        }}
      />
      <span role="status" className="visually-hidden">
        {opened && text !== '' && isEmpty(text, value) && nothingFoundMessage}
      </span>
    </>
  );
}
