import { Button } from '@mantine/core';
import { actsCsvAddress } from '#src/api/activity.ts';
import { mostCsvActs } from '#src/api/wire/activity.ts';
import { csvSeparatorOf } from '#src/domain/csv.ts';
import { formatNumber } from '#src/lib/format.ts';
import type { ActFilters } from './queries.ts';

interface ExportActsProps {
  filters: ActFilters;
  /** How many acts they let through. */
  total: number;
}

/** The server writes the file: every page of what the filters let through, as many as a spreadsheet is good for. */
export function ExportActs({ filters, total }: ExportActsProps) {
  return (
    <>
      {total > mostCsvActs && (
        <span className="dim">
          The file holds the newest {formatNumber(mostCsvActs)}. Narrow the filters for others.
        </span>
      )}
      <Button component="a" href={actsCsvAddress(filters, csvSeparatorOf())} download="activity.csv" variant="default">
        Export CSV
      </Button>
    </>
  );
}
