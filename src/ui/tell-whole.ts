/** A pointer on a table's cell that is cut by an ellipsis is told the whole of it. */
export function tellWhole(): void {
  document.addEventListener('pointerover', ({ target }) => {
    const cell = target instanceof HTMLElement && target.closest('td');
    if (cell && [cell, target].some(isCut)) cell.title = cell.textContent;
  });
}

// A link's padding reaches a pixel over its line.
const isCut = ({ scrollWidth, clientWidth, scrollHeight, clientHeight }: HTMLElement) =>
  clientWidth > 0 && (scrollWidth > clientWidth || scrollHeight > clientHeight + 1);
