// Asks the search of a built portal, with the very script that readers get, for what stands on its
// report pages, as an HTML parser reads them (page_texts).
//
//     node search_test.mjs <page_texts> <public> [every]
//
// Every pair of characters, every word and number: the reports found are those that bear it, no
// other. Every run of characters of a page: the passage that search keeps of it holds it. Both
// together carry every longer piece, for its reports are those that bear all its pairs. All the same
// the pieces of 2 to 8 characters are asked for one by one, each, or one in `every`.
// Sizes: the index against the text, and what a query of two characters loads.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';

const [program, root, every = '1'] = process.argv.slice(2);
const most_per_text = 1.2, most_per_query = 60_000;
const script = readFileSync(join(root, 'assets/search.js'), 'utf8');

/** The script as a browser has it that has just opened the search page. */
function open_search() {
  const search = new Function(`${script}; return gongkai_search;`)();
  const it = {search, bytes: 0};
  search.load = (name, fail) => {
    const file = join(root, 'search', `${name}.js`);
    try {
      const text = readFileSync(file);
      it.bytes += text.length;
      new Function('gongkai_search', text.toString())(search);
    } catch (error) {
      fail(error);
    }
  };
  return it;
}

const lines = execFileSync(program, [root], {maxBuffer: 1 << 30, encoding: 'utf8'});
const pages = lines.trim().split('\n').map((line) => JSON.parse(line));
assert.ok(pages.length > 0, 'there are report pages');

const {search} = open_search();
const portal = await search.ask('portal');
assert.equal(portal.reports, pages.length);
const number_of = new Map();
for (let number = 0; number < portal.reports; number++) {
  number_of.set((await search.ask(`reports/${number}`)).address, number);
}
const faults = [];
const fault = (text) => { if (faults.push(text) > 20) throw new Error(faults.join('\n')); };

// Every pair, word and number.
const bearers = new Map();
let longer = 0;
for (const page of pages) {
  const number = number_of.get(page.address);
  await search.find(page.runs.join(' '));  // reads the simplified forms of all that stands there
  const terms = new Set(page.words.map((word) => word.toLowerCase()));
  for (const run of page.runs) {
    const text = search.folded(run).text;
    for (let i = 0; i + 2 <= text.length; i++) terms.add(text.slice(i, i + 2));
  }
  for (const term of terms) {
    if (!bearers.has(term)) bearers.set(term, new Set());
    bearers.get(term).add(number);
  }
}
for (const [term, expected] of bearers) {
  const {reports, exact} = await search.find(term);
  if (!exact) fault(`${term}: is no single term`);
  const found = new Set(reports);
  for (const number of expected) if (!found.has(number)) fault(`${term}: ${number} is not found`);
  if (/^[a-z0-9]+$/.test(term)) continue;  // page_texts leaves out words that touch other signs
  for (const number of found) if (!expected.has(number)) fault(`${term}: ${number} is found in vain`);
}

// Every run, as the passage of its page.
let runs = 0;
for (const page of pages) {
  const number = number_of.get(page.address);
  for (const text of [...page.runs, ...page.words]) {
    runs++;
    const phrase = search.folded(text.toLowerCase()).text;
    if (!await search.read(number, [phrase])) fault(`${page.address}: ${text} is not in its passage`);
  }
}

// Every piece, or one in so many.
const step = Number(every);
const asked = new Set();
let turn = 0;
for (const page of pages) {
  const number = number_of.get(page.address);
  for (const run of page.runs) {
    for (let i = 0; i < run.length; i++) {
      for (let length = 2; length <= 8 && i + length <= run.length; length++) {
        if (turn++ % step !== 0) continue;
        const piece = run.slice(i, i + length);
        const key = `${number} ${piece}`;
        if (asked.has(key)) continue;
        asked.add(key);
        longer++;
        const found = await search.find(piece);
        if (!found.reports.includes(number)) fault(`${page.address}: ${piece} does not find it`);
      }
    }
  }
}

// Sizes.
const files = readdirSync(join(root, 'search'), {recursive: true})
  .filter((name) => name.endsWith('.js')).map((name) => statSync(join(root, 'search', name)).size);
const index = files.reduce((a, b) => a + b);
const text = pages.reduce((sum, page) => sum + page.bytes, 0);
let most = 0, sum = 0, queries = 0, at = 0;
const pairs = [...bearers.keys()].filter((term) => !/^[a-z0-9]+$/.test(term));
for (const pair of pairs) {
  if (at++ % Math.ceil(pairs.length / 200) !== 0) continue;
  const fresh = open_search();
  const found = await fresh.search.find(pair);
  const {results} = await fresh.search.look(found, 0);
  if (results.length === 0) fault(`${pair}: no result is shown`);
  most = Math.max(most, fresh.bytes);
  sum += fresh.bytes;
  queries++;
}
console.log(`${pages.length} reports, ${bearers.size} pairs and words, ${runs} runs, ${longer} pieces`);
console.log(`index ${(index / pages.length).toFixed(0)} bytes a report, ` +
  `${(index / text).toFixed(2)} of the text's own size`);
console.log(`a query of two characters loads ${(sum / queries).toFixed(0)} bytes, at most ${most}`);
assert.ok(index <= most_per_text * text, 'the index is larger than the limit');
assert.ok(most <= most_per_query, 'a query loads more than the limit');
assert.deepEqual(faults, []);
