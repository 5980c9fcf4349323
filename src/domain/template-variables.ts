export const variables = ['company_name', 'name', 'tel', 'url'] as const;
export type Variable = (typeof variables)[number];

/** The parts of a template, which together are the whole text. `unknown` looks like a variable and is sent as it is. */
export interface Token {
  kind: 'text' | 'variable' | 'unknown';
  text: string;
  /** of a variable: its name without the colon */
  variable?: Variable;
}

/** What a variable stands for, in plain words. */
export const variableNames: Record<Variable, string> = {
  company_name: 'Company name',
  name: 'Name',
  tel: 'Phone number',
  url: 'Web address',
};

/** Reads a template's variables. A colon within a word or before a digit (`Tel:Anna`, `at 9:30`) makes none. */
export function tokenize(template: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of template.matchAll(/:([a-z_]\w*)/gi)) {
    const variable = variables.find((name) => name === match[1]);
    const isInWord = /[\p{L}\p{N}]$/u.test(template.slice(0, match.index));
    if (variable === undefined && isInWord) continue;
    if (match.index > end) tokens.push({ kind: 'text', text: template.slice(end, match.index) });
    tokens.push(
      variable === undefined ? { kind: 'unknown', text: match[0] } : { kind: 'variable', text: match[0], variable },
    );
    end = match.index + match[0].length;
  }
  if (end < template.length) tokens.push({ kind: 'text', text: template.slice(end) });
  return tokens;
}

/** The template with the values in place; a variable without a value stays as it is written. */
export function preview(template: string, values: Partial<Record<Variable, string>>): string {
  return tokenize(template)
    .map(({ text, variable }) => (variable === undefined ? text : (values[variable] ?? text)))
    .join('');
}

/** The variable that was probably meant: written in capitals, in short or too long (`:Name`, `:company`, `:names`). */
export function meantVariable(unknown: string): Variable | undefined {
  const typed = unknown.replace(/^:/, '').toLowerCase();
  return (
    variables.find((name) => name === typed) ??
    variables.find((name) => name.startsWith(typed) || typed.startsWith(name) || typed === synonyms[name])
  );
}

const synonyms: Partial<Record<Variable, string>> = { tel: 'phone', company_name: 'firm', url: 'website' };

/**
 * Puts a variable in place of the selection, with the spaces without which it would run into a word beside it.
 * @returns the text, and where the caret goes: behind the variable
 */
export function insertVariable(text: string, variable: Variable, start: number, end = start) {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const inserted = `${/[\w:\p{L}]$/u.test(before) ? ' ' : ''}:${variable}${/^\w/.test(after) ? ' ' : ''}`;
  return { text: before + inserted + after, caret: before.length + inserted.length };
}
