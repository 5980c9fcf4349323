/** Says what is wrong with an email address and what to do; undefined for one that can be sent to. */
export function emailProblem(text: string): string | undefined {
  const [name, host, ...rest] = text.split('@');
  if (/\s/.test(text)) return 'An email address has no spaces. Take them out.';
  if (host === undefined) return 'An email address has an @. Enter one such as name@example.com.';
  if (rest.length > 0) return 'An email address has one @ alone. Enter one address.';
  if (name === '') return 'The part before the @ is missing. Enter one such as name@example.com.';
  if (!/^[^.]+(\.[^.]+)*\.[\p{L}\d-]{2,}$/u.test(host)) {
    return 'The part after the @ is not complete. Enter one with its ending, such as example.com.';
  }
  if (/[,;:<>()[\]\\"]/.test(text)) return 'This holds a character that no email address has. Enter the address alone.';
  return text.length > 254 ? 'An email address has 254 characters at most.' : undefined;
}
