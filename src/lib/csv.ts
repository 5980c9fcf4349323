import type { CsvValue } from '#src/domain/csv.ts';

export type CsvRow = Record<string, CsvValue>;

/**
 * Offers the rows as a CSV file for the reader's own spreadsheet; the keys of the first are its header.
 * @param note what the file leaves out, said in its last line
 */
export async function downloadCsv(fileName: string, rows: readonly CsvRow[], note?: string) {
  const { csvOf, csvSeparatorOf } = await import('#src/domain/csv.ts');
  const columns = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => columns.map((column) => row[column] ?? ''));
  const text = csvOf(columns, cells, { separator: csvSeparatorOf(), note });
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
