import * as z from 'zod/mini';
import type { Assignment } from '#src/api/wire/managers.ts';
import { managerStatus } from '#src/domain/statistics.ts';
import { formatNumber } from '#src/lib/format.ts';
import { useSearchState } from '#src/lib/use-search-state.ts';
import { CountedWindow, countedOf, partInWords } from '#src/ui/CountedWindow.tsx';
import classes from './StatusStatistics.module.css';

/** As the URL holds them: the text that was typed, so that nothing typed is lost. */
const Window = z.object({ limit: z.catch(z.string(), ''), offset: z.catch(z.string(), '') });

/** Manager status statistics, of all managers or of as many as the limit says, from the offset on. */
export function StatusStatistics({ managers }: { managers: readonly Assignment[] }) {
  const [typed, change] = useSearchState(Window);
  const counted = countedOf(managers, typed);
  const part = partInWords('manager', managers.length, counted.length, typed);
  const { total_managers, enabled_managers, disabled_managers } = managerStatus(counted);
  return (
    <section className={classes.statistics} aria-label="Status statistics">
      <dl className={classes.figures}>
        {[
          { name: 'Managers', figure: total_managers },
          { name: 'Enabled', figure: enabled_managers },
          { name: 'Disabled', figure: disabled_managers },
        ].map(({ name, figure }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{formatNumber(figure)}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.window}>
        <CountedWindow value={typed} onChange={change} />
      </div>
      {part && (
        <p role="status" className={classes.partial}>
          {part}
        </p>
      )}
    </section>
  );
}
