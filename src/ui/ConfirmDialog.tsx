import { ConfirmForm, type ConfirmFormProps } from './ConfirmForm.tsx';
import { Dialog } from './Dialog.tsx';

interface ConfirmDialogProps extends ConfirmFormProps {
  title: string;
  size?: string;
}

/** Asks before something is done that somebody may not want. */
export function ConfirmDialog({ title, size, ...form }: ConfirmDialogProps) {
  return (
    <Dialog onClose={form.onClose} title={title} {...(size && { size })}>
      <ConfirmForm {...form} />
    </Dialog>
  );
}
