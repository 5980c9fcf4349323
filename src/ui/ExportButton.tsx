import { useMutation } from '@tanstack/react-query';
import { type CsvRow, downloadCsv } from '#src/lib/csv.ts';
import { BusyButton } from './BusyButton.tsx';
import { notify } from './notify.tsx';

interface ExportButtonProps {
  fileName: string;
  /** Called when the file is asked for: the rows may be many. */
  rows: () => readonly CsvRow[];
  /** What the file leaves out, for its last line. */
  note?: string | undefined;
  disabled?: boolean;
}

export function ExportButton({ fileName, rows, note, disabled }: ExportButtonProps) {
  const { mutate, isPending } = useMutation({
    mutationFn: () => downloadCsv(fileName, rows(), note),
    onError: ({ message }) => notify.error({ title: 'The file could not be made', message }),
  });
  return (
    <BusyButton variant="default" disabled={disabled ?? false} loading={isPending} onClick={() => mutate()}>
      Export CSV
    </BusyButton>
  );
}
