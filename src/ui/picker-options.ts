import {
  type ComboboxData,
  defaultOptionsFilter,
  getOptionsLockup,
  getParsedComboboxData,
  type OptionsFilter,
} from '@mantine/core';
import { useMemo } from 'react';

/** The options of a picker by value, and whether a text lets none of them through, those that are picked already aside. */
export function usePickerOptions(data: ComboboxData | undefined, filter: OptionsFilter | undefined) {
  const options = useMemo(() => getParsedComboboxData<string>(data), [data]);
  return {
    names: useMemo(() => getOptionsLockup(options), [options]),
    isEmpty: (search: string, picked: readonly string[] = []) =>
      (filter ?? defaultOptionsFilter)({ options, search, limit: picked.length + 1 })
        .flatMap((one) => ('group' in one ? one.items : [one]))
        .every(({ value }) => picked.includes(String(value))),
  };
}
