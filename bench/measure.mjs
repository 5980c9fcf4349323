import { appendFileSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { report } from './report.mjs';
import { suites } from './suites.mjs';

/**
 * Measures the apps of peers.json, which must be running, from outside, in turn: A B C, A B C. Appends one line of JSON
 * for each suite to a file, or prints the medians of such a file.
 *
 *   node bench/measure.mjs [--runs 5] [--apps NAME,NAME] [--only load,nav,big,scroll] [--out results.jsonl]
 *   node bench/measure.mjs --report results.jsonl [--all]
 */
const peers = JSON.parse(readFileSync(path.join(import.meta.dirname, 'peers.json'), 'utf8'));
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    apps: { type: 'string', default: Object.keys(peers).join(',') },
    only: { type: 'string', default: Object.keys(suites).join(',') },
    out: { type: 'string', default: 'results.jsonl' },
    report: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
});

if (values.report) report(values.report, values);
else {
  for (let run = 1; run <= Number(values.runs); run++)
    for (const app of values.apps.split(',')) {
      const skipped = peers[app].skip ?? [];
      for (const suite of values.only.split(',')) if (!skipped.includes(suite)) await measure(app, suite, run);
    }
}

async function measure(app, suite, run) {
  const start = Date.now();
  const record = { app, suite, run, at: new Date().toISOString(), load: loadavg()[0] };
  try {
    record.data = await suites[suite](peers[app]);
  } catch (error) {
    record.error = String(error).slice(0, 300);
  }
  appendFileSync(values.out, `${JSON.stringify(record)}\n`);
  const seconds = Math.round((Date.now() - start) / 1000);
  console.error(`run ${run}, ${app}, ${suite}: ${record.error ?? `${seconds} s`}`);
}
