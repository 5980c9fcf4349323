import type { ComponentProps } from 'react';
import classes from './controls.module.css';

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role' | 'className'> & { checked: boolean };

/** A native checkbox drawn as a switch: rows of a long list hold many of them. */
export function Switch(props: SwitchProps) {
  return <input {...props} type="checkbox" role="switch" aria-checked={props.checked} className={classes.switch} />;
}
