import { useMantineColorScheme } from '@mantine/core';
import classes from './controls.module.css';

const names = { auto: 'Colours: system', light: 'Colours: light', dark: 'Colours: dark' } as const;

export function ColorSchemeSelect() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <select
      className={classes.select}
      aria-label="Colours"
      value={colorScheme}
      onChange={({ currentTarget: { value } }) => {
        if (value === 'auto' || value === 'light' || value === 'dark') setColorScheme(value);
      }}
    >
      {Object.entries(names).map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}
