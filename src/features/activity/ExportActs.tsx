import { Button } from '@mantine/core';
import { actsCsvAddress } from '#src/api/activity.ts';
import type { ActFilters } from './queries.ts';

/** The server writes the file: every page of what the filters let through. */
export function ExportActs({ filters }: { filters: ActFilters }) {
  return (
    <Button component="a" href={actsCsvAddress(filters)} download="activity.csv" variant="default">
      Export CSV
    </Button>
  );
}
