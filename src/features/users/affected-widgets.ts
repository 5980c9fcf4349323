import type { Widget } from '#src/api/wire/widgets.ts';

export interface AffectedWidgets {
  /** where the user is a manager beside others */
  shared: Widget[];
  /** where the user is the only manager: nobody is called there any more */
  left: Widget[];
}

/** The widgets that lose a manager when this user is deleted. */
export function affectedWidgets(widgets: readonly Widget[], userId: number): AffectedWidgets {
  const affected = widgets.filter(({ managers }) => managers.some(({ user_id }) => user_id === userId));
  const isAlone = ({ managers }: Widget) => managers.every(({ user_id }) => user_id === userId);
  return { shared: affected.filter((widget) => !isAlone(widget)), left: affected.filter(isAlone) };
}
