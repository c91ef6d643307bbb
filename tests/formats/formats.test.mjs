// Reads what `gongkai check --format …` writes as other programs read it, for every site of
// tests/sites: SARIF against its schema, JUnit as XML, GitHub's commands by their escapes, JSON by
// its counts. GONGKAI is the program, SITES the folder of the sites.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

const require = createRequire(new URL('../browser/package.json', import.meta.url));
const Ajv = require('ajv-draft-04').default ?? require('ajv-draft-04');
const addFormats = require('ajv-formats').default ?? require('ajv-formats');

const { GONGKAI, SITES } = process.env;
const sites = readdirSync(SITES).filter(name => /^(pass|fail)_/.test(name)).sort();
assert.ok(sites.length > 100);

/** Runs a check; resolves to {out, err, exit}. */
function check(folder, format, ...more) {
  const line = ['check', '--site', folder, '--format', format, '--lang', 'en', '--clock', '2026-11-30', '--jobs', '1', ...more];
  return new Promise(resolve => execFile(GONGKAI, line, { maxBuffer: 1 << 28, cwd: SITES },
    (error, out, err) => resolve({ out, err, exit: error ? error.code : 0 })));
}

/** Does something for every site, a few at a time. */
async function forEverySite(list, work) {
  const waiting = [...list];
  const worker = async () => { while (waiting.length > 0) await work(waiting.shift()); };
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, worker));
}

// SARIF of every site; the other formats of every fourth, and where a site is about them.
const chosen = sites.filter((site, i) => i % 4 === 0 || /check_|explained|known|two_years|parts/.test(site));
const runs = new Map();  // site → {sarif, results, json, junit, github, log}
await forEverySite(sites, async site => {
  const of = { sarif: await check(site, 'sarif') };
  of.results = JSON.parse(of.sarif.out).runs[0].results;
  if (chosen.includes(site)) {
    for (const format of ['json', 'junit', 'github']) of[format] = await check(site, format);
    of.log = JSON.parse(of.json.out);
  }
  runs.set(site, of);
});
const inAllFormats = chosen.map(site => [site, runs.get(site)]);

/** The lines of a file of a site, or null where it cannot be read. */
function linesOf(file) {
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8').replace(/^\uFEFF/, '').split('\n') : null;
}

test('nothing but the format is written, and the exit code is that of a check', () => {
  for (const [site, of] of runs) {
    const fails = of.results.some(result => result.level === 'error');
    for (const format of ['sarif', 'json', 'junit', 'github'].filter(name => name in of)) {
      assert.equal(of[format].err, '', site);
      assert.equal(of[format].exit, fails ? 1 : 0, `${site} ${format}`);
    }
  }
});

test('SARIF is valid by its schema', () => {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const valid = ajv.compile(JSON.parse(readFileSync('sarif-2.1.0-rtm.5.json', 'utf8')));
  for (const [site, of] of runs) {
    assert.ok(valid(JSON.parse(of.sarif.out)), `${site}: ${ajv.errorsText(valid.errors)}`);
  }
});

test('SARIF names a rule for every result and a place that exists', () => {
  let places = 0;
  for (const [site, of] of runs) {
    const { rules } = JSON.parse(of.sarif.out).runs[0].tool.driver;
    for (const result of of.results) {
      assert.equal(rules[result.ruleIndex].id, result.ruleId, site);
      for (const { physicalLocation } of [...result.locations ?? [], ...result.relatedLocations ?? []]) {
        const file = decodeURIComponent(physicalLocation.artifactLocation.uri);
        assert.ok(file.startsWith(site + '/'), file);
        const { region } = physicalLocation;
        const lines = linesOf(path.join(SITES, file));
        if (!region || lines === null) continue;
        assert.ok(region.startLine <= lines.length, file);
        // One more for what is missing at the end of the line; a broken byte is a character.
        assert.ok(region.startColumn <= [...lines[region.startLine - 1]].length + 1, `${file}:${region.startLine}:${region.startColumn}`);
        assert.ok(!('endColumn' in region) || region.endColumn >= region.startColumn, file);
        assert.ok(!('snippet' in region));
        ++places;
      }
    }
  }
  assert.ok(places > 200);
});

const prints = results => results.map(result => result.partialFingerprints['gongkai/v1']).sort();

test('no two findings of a run share a fingerprint', () => {
  let count = 0;
  for (const [site, of] of runs) {
    const all = prints(of.results);
    assert.equal(new Set(all).size, all.length, site);
    count += all.length;
  }
  assert.ok(count > 300);
});

test('a line inserted above changes no fingerprint', async () => {
  let moved = 0;
  await forEverySite(sites.filter(site => site.startsWith('fail_')), async site => {
    const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-formats-'));
    try {
      cpSync(path.join(SITES, site), folder, { recursive: true });
      let changed = false;
      for (const name of readdirSync(folder, { recursive: true })) {
        const file = path.join(folder, name);
        if (!/(report|agency|site)\.yaml$/.test(name) || !statSync(file).isFile()) continue;
        const bytes = readFileSync(file);
        if (!/^[a-z_]+:/.test(bytes.toString('latin1'))) continue;
        writeFileSync(file, Buffer.concat([Buffer.from('# a line above\n'), bytes]));
        changed = true;
      }
      if (!changed) return;
      const before = runs.get(site).results;
      const after = JSON.parse((await check(folder, 'sarif')).out).runs[0].results;
      assert.deepEqual(prints(after), prints(before), site);
      const line = result => result.locations?.[0].physicalLocation.region?.startLine;
      moved += after.filter((result, i) => line(result) === line(before[i]) + 1).length;
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  assert.ok(moved > 150, `${moved} places moved`);
});

/** Reads XML strictly enough for a test report: tags balance, every & is an entity. */
function readXml(text) {
  const root = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const unescape = s => s.replace(/&(lt|gt|amp|quot|#\d+);|&/g, (all, name) => {
    assert.notEqual(all, '&', s);
    return { lt: '<', gt: '>', amp: '&', quot: '"' }[name] ?? String.fromCodePoint(Number(name.slice(1)));
  });
  assert.ok(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n'));
  assert.doesNotMatch(text, /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
  for (const [, tag, between] of text.slice(text.indexOf('\n')).matchAll(/<([^<>]*)>|([^<>]+)/g)) {
    if (between !== undefined) {
      open.at(-1).text += unescape(between);
    } else if (tag.startsWith('/')) {
      assert.equal(tag.slice(1), open.pop().name);
    } else {
      const [, name, attributes, closed] = /^([a-z-]+)((?: [a-z]+="[^"]*")*)(\/?)$/.exec(tag) ?? assert.fail(tag);
      const element = { name, attributes: {}, children: [], text: '' };
      for (const [, key, value] of attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)) element.attributes[key] = unescape(value);
      open.at(-1).children.push(element);
      if (!closed) open.push(element);
    }
  }
  assert.equal(open.length, 1);
  assert.equal(root.children.length, 1);
  return root.children[0];
}

test('JUnit is XML, its counts are right, and a case fails where the check does', () => {
  for (const [site, of] of inAllFormats) {
    const suites = readXml(of.junit.out);
    assert.equal(suites.name, 'testsuites');
    let tests = 0, failures = 0, skipped = 0;
    for (const suite of suites.children) {
      const has = name => suite.children.filter(one => one.children.some(child => child.name === name)).length;
      assert.equal(Number(suite.attributes.tests), suite.children.length, site);
      assert.equal(Number(suite.attributes.failures), has('failure'), site);
      assert.equal(Number(suite.attributes.skipped), has('skipped'), site);
      tests += suite.children.length;
      failures += has('failure');
      skipped += has('skipped');
    }
    assert.deepEqual([tests, failures, skipped],
      [suites.attributes.tests, suites.attributes.failures, suites.attributes.skipped].map(Number), site);
    assert.equal(failures > 0, of.junit.exit === 1, site);
    for (const report of new Set(of.log.findings.map(finding => `${finding.agency}/${finding.year}`))) {
      assert.ok(suites.children.some(suite => suite.attributes.name === report), `${site} ${report}`);
    }
  }
});

test('GitHub can read every command and shows each message once', () => {
  for (const [site, of] of inAllFormats) {
    const lines = of.github.out.split('\n');
    assert.equal(lines.pop(), '');
    assert.equal(lines.length, of.results.length, site);
    lines.forEach((line, i) => {
      const [, command, properties, message] = /^::(error|warning|notice) ([^:]*)::(.*)$/.exec(line) ?? assert.fail(line);
      const of_name = Object.fromEntries(properties.split(',').map(p => p.split('=').map(decodeURIComponentOfGitHub)));
      assert.equal(of_name.title, of.results[i].ruleId, site);
      assert.equal(command, { error: 'error', warning: 'warning', note: 'notice' }[of.results[i].level], site);
      if (of_name.file) assert.ok(of_name.file.startsWith(site + '/'), line);
      assert.ok(of.results[i].message.text.startsWith(decodeURIComponentOfGitHub(message).split('\n')[0]), line);
    });
  }
});

function decodeURIComponentOfGitHub(text) {
  assert.doesNotMatch(text, /%(?!25|0A|0D|3A|2C)/);
  return text.replace(/%(25|0A|0D|3A|2C)/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
}

test('JSON tells every message and every finding that did not simply pass, with the same counts', () => {
  const outcomes = new Set();
  for (const [site, { log, results }] of inAllFormats) {
    assert.equal(log.format, 'gongkai-check');
    assert.equal(log.version, 1);
    const { summary, messages, findings } = log;
    assert.equal(messages.length, results.length, site);
    assert.deepEqual(messages.map(m => m.fingerprint), results.map(r => r.partialFingerprints['gongkai/v1']), site);
    for (const [severity, count] of [['error', summary.errors], ['warning', summary.warnings], ['hint', summary.hints]]) {
      assert.equal(messages.filter(m => m.severity === severity).length, count, site);
    }
    const { total, ...counts } = summary.rules;
    for (const outcome of ['failed', 'explained', 'known', 'not_assessed']) {
      assert.equal(findings.filter(f => f.outcome === outcome).length, counts[outcome] ?? 0, `${site} ${outcome}`);
    }
    assert.equal(Object.values(counts).reduce((sum, n) => sum + n, 0), total ?? 0, site);
    for (const finding of findings) {
      outcomes.add(finding.outcome);
      assert.ok(finding.rule in log.rules, site);
      if (finding.outcome === 'not_assessed') assert.ok(finding.reason, site);
      else assert.notEqual(finding.found, undefined, site);
      if (finding.outcome === 'explained' || finding.outcome === 'known') assert.ok(finding.explanation, site);
      if (finding.outcome === 'failed') assert.ok(messages.some(m => m.fingerprint === finding.fingerprint && m.code === finding.rule), site);
    }
  }
  assert.deepEqual([...outcomes].sort(), ['explained', 'failed', 'known', 'not_assessed']);
});
