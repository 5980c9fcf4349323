import type { Widget } from '#src/api/wire/widgets.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { hostOf } from '#src/domain/widget-url.ts';
import { count } from '#src/lib/format.ts';
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx';
import { useDeleteWidget } from './mutations.ts';

interface DeleteWidgetDialogProps {
  widget: Widget;
  onClose: () => void;
  onDeleted: () => Promise<void>;
}

/** Much is lost and nothing brings it back, so the widget's host has to be typed. */
export function DeleteWidgetDialog({ widget, onClose, onDeleted }: DeleteWidgetDialogProps) {
  const remove = useDeleteWidget();
  const host = hostOf(widget.url);
  const assignments = count(widget.managers.length, 'manager assignment');
  return (
    <ConfirmDialog
      title={`Delete “${widgetName(widget)}”?`}
      verb="Delete widget"
      takes
      typed={host}
      change={remove}
      errorTitle="Not deleted"
      onConfirm={() => remove.mutate(widget.id, { onSuccess: onDeleted })}
      onClose={onClose}
    >
      {`The call button disappears from ${host}. Its ${assignments}, hours and message templates are deleted with it. This cannot be undone.`}
    </ConfirmDialog>
  );
}
