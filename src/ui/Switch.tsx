import type { ComponentProps } from 'react';
import classes from './controls.module.css';

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role' | 'className' | 'size'> & {
  checked: boolean;
  /** Large: for a thumb. */
  size?: 'large';
};

/** A native checkbox drawn as a switch: rows of a long list hold many of them. */
export function Switch({ size, ...props }: SwitchProps) {
  return (
    <input
      {...props}
      type="checkbox"
      role="switch"
      aria-checked={props.checked}
      data-size={size}
      className={classes.switch}
    />
  );
}
