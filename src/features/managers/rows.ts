import type { Assignment } from '#src/api/wire/managers.ts';
import type { Widget } from '#src/api/wire/widgets.ts';

/** A manager of a widget, as a table shows it. */
export interface ManagerRow {
  /** the assignment's own */
  id: number;
  widget: Widget;
  assignment: Assignment;
}

export const rowsOf = (widget: Widget, assignments: readonly Assignment[] = widget.managers): ManagerRow[] =>
  assignments.map((assignment) => ({ id: assignment.id, widget, assignment }));
