import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';

type DialogProps = Omit<ModalProps, 'opened' | 'centered'>;

/**
 * A dialog that is open for as long as it is mounted. When it goes, the focus returns to what opened it, or to the
 * page's heading where that is gone too.
 */
export function Dialog({ closeButtonProps = { 'aria-label': 'Close' }, ...props }: DialogProps) {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const target = opener?.isConnected ? opener : document.querySelector('h1');
      if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    },
    [opener],
  );
  return <Modal {...props} opened centered closeButtonProps={closeButtonProps} />;
}
