// Files that LibreOffice has written from ours give the same figures: docx → odt → docx, docx → html,
// xlsx → html, and the old formats that gongkai converts by itself.
//
//     GONGKAI=<gongkai> LIBREOFFICE=<soffice> node --test libreoffice.test.mjs
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, dirname, join} from 'node:path';
import {after, test} from 'node:test';
import {makeContent, makeFigures, makeStyle, random, toDocx, toXlsx} from './originals.mjs';
import {Site, expected} from './site.mjs';

const office = process.env.LIBREOFFICE;
const skip = !office || office.endsWith('NOTFOUND') ? 'LibreOffice is not installed' : false;
const folder = mkdtempSync(join(tmpdir(), 'gongkai-office-'));
after(() => rmSync(folder, {recursive: true, force: true}));

function convert(files, to, extension) {
  const out = mkdtempSync(join(folder, 'out-'));
  const result = spawnSync(office, [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to,
    '--outdir', out, ...files], {encoding: 'utf8', timeout: 300_000});
  assert.equal(result.status, 0, result.stderr);
  return files.map((file) => join(out, basename(file).replace(/\.[^.]+$/, `.${extension}`)));
}

const count = 8;
const ways = {
  'docx → odt → docx': (site) => convert(convert(write(site, 'docx'), 'odt', 'odt'), 'docx', 'docx'),
  'docx → html': (site) => convert(write(site, 'docx'), 'html', 'html'),
  'xlsx → html': (site) => convert(write(site, 'xlsx'), 'html', 'html'),
  'docx → doc, read through LibreOffice': (site) => convert(write(site, 'docx').slice(0, 2), 'doc', 'doc'),
};

function report(i) {
  const rand = random(500 + i);
  const data = makeFigures(rand, 'cn-2021');
  const style = {...makeStyle(rand), numbersBelow: false, oneTableARow: false};
  return {data, content: makeContent(rand, `第${i}号镇人民政府`, 2024, data, style), rand};
}

function write(site, kind) {
  return Array.from({length: count}, (_, i) => {
    const {content, rand} = report(i);
    return join(site.folder, site.put(`${i}.${kind}`, kind === 'docx' ? toDocx(content, rand) : toXlsx(content)));
  });
}

for (const [name, way] of Object.entries(ways)) {
  test(name, {skip, timeout: 600_000}, () => {
    const site = new Site(Array.from({length: count}, (_, i) => [`town-${i}`, `第${i}号镇人民政府`]));
    const files = way(site);
    for (const file of files) cpSync(file, join(site.folder, basename(file)));
    const {text} = site.run('import', ...files.map((file) => basename(file)), '--year', '2024');
    files.forEach((file, i) => assert.deepEqual(site.figures(`town-${i}`, 2024), expected(report(i).data), `${basename(file)}\n${text}`));
    assert.ok(dirname(files[0]) !== site.folder);
    site.end();
  });
}
