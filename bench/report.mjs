import { readFileSync } from 'node:fs';

/** The columns of the table in README.md: heading, what is measured, and how it is written. */
const whole = (value) => Math.round(value).toLocaleString('en');
const kB = (bytes) => (bytes / 1000).toFixed(0);
const MB = (bytes) => (bytes / 1e6).toFixed(1);
const percent = (share) => `${(share * 100).toFixed(0)}%`;
const columns = [
  ['JS kB', 'load.bytes.js', kB],
  ['CSS kB', 'load.bytes.css', kB],
  ['requests', 'load.bytes.requests', whole],
  ['DOM nodes', 'load.dom', whole],
  ['first row', 'load.cpu4.row', whole],
  ['first row, 4G', 'load.cpu4_4g.row', whole],
  ['blocking', 'load.cpu4.blocking', whole],
  ['list again', 'nav.nav', whole],
  ['switch', 'nav.toggle', whole],
  ['first row of 10,000', 'big.row', whole],
  ['search in 10,000', 'big.filter', whole],
  ['heap at 10,000 MB', 'big.heap', MB],
  ['slow frames', 'scroll.cpu4.over17', percent],
];

/** Prints the medians of a file of results: as the table of README.md, or with `all` every number with its spread. */
export function report(file, { all = false } = {}) {
  const apps = read(file);
  if (all) return printAll(apps);
  console.log(`| | ${columns.map(([heading]) => heading).join(' | ')} |`);
  console.log(`|---|${'--:|'.repeat(columns.length)}`);
  for (const [app, values] of apps) {
    const cells = columns.map(([, name, write]) => (values.has(name) ? write(median(values.get(name))) : ''));
    console.log(`| ${app} | ${cells.join(' | ')} |`);
  }
}

function printAll(apps) {
  for (const [app, values] of apps) {
    console.log(`\n${app}`);
    for (const [name, list] of values) {
      const [least, middle, most] = [Math.min(...list), median(list), Math.max(...list)].map(round);
      console.log(`  ${name.padEnd(24)} ${String(middle).padStart(12)}   ${least} to ${most}, ${list.length} runs`);
    }
  }
}

/** App → name of a number → its value in each run. */
function read(file) {
  const apps = new Map();
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { app, suite, data, error } = JSON.parse(line);
    if (error) continue;
    if (!apps.has(app)) apps.set(app, new Map());
    for (const [name, value] of flat(data, suite)) {
      const values = apps.get(app);
      values.set(name, [...(values.get(name) ?? []), value]);
    }
  }
  return apps;
}

function flat(value, name) {
  if (typeof value === 'number') return [[name, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, `${name}.${key}`));
}

function median(list) {
  const sorted = list.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2;
}

const round = (value) => (Math.abs(value) < 2 ? Number(value.toFixed(3)) : Math.round(value));
