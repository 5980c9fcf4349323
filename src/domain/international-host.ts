/** A host as it is spoken: `xn--mnchen-3ya.de` as `münchen.de`. Labels that are no Punycode stay; never throws. */
export function spokenHost(host: string): string {
  if (!host.includes('xn--')) return host;
  return host
    .split('.')
    .map((label) => (label.startsWith('xn--') ? decodePunycode(label.slice(4)) || label : label))
    .join('.');
}

/** RFC 3492, sections 6.1 and 6.2, with its names. */
function decodePunycode(label: string): string | undefined {
  const split = label.lastIndexOf('-');
  const output = [...label.slice(0, Math.max(split, 0))];
  const digits = [...label.slice(split + 1)].map(digitOf);
  let [n, i, bias] = [128, 0, 72];
  while (digits.length > 0) {
    const before = i;
    for (let w = 1, k = 36; ; k += 36) {
      const digit = digits.shift();
      if (digit === undefined || digit < 0) return undefined;
      i += digit * w;
      const t = Math.min(Math.max(k - bias, 1), 26);
      if (digit < t) break;
      w *= 36 - t;
    }
    bias = adapt(i - before, output.length + 1, before === 0);
    n += Math.floor(i / (output.length + 1));
    i %= output.length + 1;
    if (n > 0x10ffff) return undefined;
    output.splice(i, 0, String.fromCodePoint(n));
    i += 1;
  }
  return output.join('');
}

function adapt(delta: number, points: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > 455; k += 36) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}

function digitOf(character: string): number {
  return 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(character);
}
