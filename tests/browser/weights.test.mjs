// What a report page weighs, uncompressed and without its narratives: 20 kB of styles and 15 kB of
// scripts at most, and 72 kB of HTML, which are to become 60.
//
//     PUBLIC=<public> node --test weights.test.mjs
import assert from 'node:assert/strict';
import {readFileSync, readdirSync, statSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {test} from 'node:test';

const root = resolve(process.env.PUBLIC);
const reports = readdirSync(root, {recursive: true}).map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /^agencies\/[^/]+\/\d{4}\/index\.html$/.test(name));

function sum(html, pattern, address) {
  return [...html.matchAll(pattern)]
    .reduce((size, [, link]) => size + statSync(join(root, dirname(address), link)).size, 0);
}

test('report pages stay light', () => {
  assert.ok(reports.length > 0);
  const faults = [];
  const most = {html: 0, styles: 0, scripts: 0};
  for (const address of reports) {
    const html = readFileSync(join(root, address), 'utf8');
    const sizes = {
      html: Buffer.byteLength(html.replace(/<div class="text">.*?\n<\/div>/gs, '')),
      styles: sum(html, /<link rel="stylesheet" href="([^"]+)"/g, address),
      scripts: sum(html, /<script src="([^"]+)"/g, address),
    };
    for (const [what, limit] of [['html', 72_000], ['styles', 20_000], ['scripts', 15_000]]) {
      most[what] = Math.max(most[what], sizes[what]);
      if (sizes[what] > limit || sizes[what] === 0) faults.push(`${address}: ${sizes[what]} bytes of ${what}`);
    }
  }
  assert.deepEqual(faults, []);
  console.log(`at most ${JSON.stringify(most)} bytes`);
});
