/** A pointer on what is cut by an ellipsis, in a table's cell or a choice of a list, is told the whole of it. */
export function tellWhole(): void {
  document.addEventListener('pointerover', ({ target }) => {
    const cell = target instanceof HTMLElement && target.closest<HTMLElement>('td, [role="option"]');
    if (cell && [cell, target].some(isCut)) cell.title = cell.textContent;
  });
}

// A link's padding reaches a pixel over its line.
const isCut = ({ scrollWidth, clientWidth, scrollHeight, clientHeight }: HTMLElement) =>
  clientWidth > 0 && (scrollWidth > clientWidth || scrollHeight > clientHeight + 1);
