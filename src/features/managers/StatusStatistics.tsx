import * as z from 'zod/mini';
import type { Assignment } from '#src/api/wire/managers.ts';
import { managerStatus } from '#src/domain/statistics.ts';
import { formatNumber } from '#src/lib/format.ts';
import { useSearchState } from '#src/lib/use-search-state.ts';
import { wholeFrom } from '#src/lib/whole-from.ts';
import { NumberBox } from '#src/ui/NumberBox.tsx';
import classes from './StatusStatistics.module.css';

/** As the URL holds them: the text that was typed, so that nothing typed is lost. */
const Window = z.object({ limit: z.catch(z.string(), ''), offset: z.catch(z.string(), '') });

/** Manager status statistics, of all managers or of as many as the limit says, from the offset on. */
export function StatusStatistics({ managers }: { managers: readonly Assignment[] }) {
  const [typed, change] = useSearchState(Window);
  const limit = typed.limit === '' ? managers.length : wholeFrom(typed.limit, 1);
  const offset = typed.offset === '' ? 0 : wholeFrom(typed.offset, 0);
  const counted = managers.slice(offset ?? 0, (offset ?? 0) + (limit ?? managers.length));
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
        <NumberBox
          label="Limit"
          placeholder="All"
          value={typed.limit}
          problem={limit === null ? 'Type a whole number from 1, or nothing for all.' : undefined}
          onChange={(text) => change({ limit: text }, { typing: true })}
        />
        <NumberBox
          label="Offset"
          placeholder="0"
          value={typed.offset}
          problem={offset === null ? 'Type a whole number from 0.' : undefined}
          onChange={(text) => change({ offset: text }, { typing: true })}
        />
      </div>
      {counted.length < managers.length && (
        <p role="status" className={classes.partial}>
          {counted.length === 0
            ? `None of the ${formatNumber(managers.length)} managers is counted: the offset is past the last one.`
            : `Managers ${formatNumber((offset ?? 0) + 1)}–${formatNumber((offset ?? 0) + counted.length)} of ${formatNumber(managers.length)} are counted.`}
        </p>
      )}
    </section>
  );
}
