export type CsvRow = Record<string, string | number | boolean>;

/** Offers the rows as a CSV file. Cells that a spreadsheet would run as a formula are escaped. */
export async function downloadCsv(fileName: string, rows: readonly CsvRow[]) {
  const { default: Papa } = await import('papaparse');
  const text = Papa.unparse([...rows], { escapeFormulae: true });
  // The byte order mark makes spreadsheets read the file as UTF-8.
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
