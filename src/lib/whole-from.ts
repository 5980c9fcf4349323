/** The whole number that a text is, null for any other text and for one below the least. */
export const wholeFrom = (text: string, least: number): number | null =>
  /^\d{1,9}$/.test(text) && Number(text) >= least ? Number(text) : null;
