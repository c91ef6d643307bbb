// Single originals: what word processors leave in files, what must be refused, and what an import does
// to a report that is there.
//
//     GONGKAI=<gongkai> node --test cases.test.mjs
import assert from 'node:assert/strict';
import {existsSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {inflateRawSync} from 'node:zlib';
import {makeContent, makeFigures, makeStyle, random, toDocx, toHtml, toText, toXlsx, zip} from './originals.mjs';
import {Site, expected} from './site.mjs';

const agency = '上五庄镇人民政府';
const plain = Object.fromEntries(Object.keys(makeStyle(random(1))).map((key) => [key, false]));
plain.mergeLabels = 0;
plain.blankMark = '';
const data = makeFigures(random(7), 'cn-2021');
const content = (style = {}, more = {}) => makeContent(random(3), agency, 2024, data, {...plain, ...style}, more);
const sites = [];
after(() => sites.forEach((site) => site.end()));

function newSite(agencies = [['swz', agency]]) {
  const site = new Site(agencies);
  sites.push(site);
  return site;
}

/** Imports one original and returns what was said and written. */
function importOne(name, bytes, ...args) {
  const site = newSite();
  const file = site.put(name, bytes);
  const {status, text} = site.run('import', file, ...args);
  return {site, status, text, figures: site.figures('swz', 2024)};
}

/** A DOCX with its document changed by text. */
function docxWith(change, blocks = content(), more = []) {
  const bytes = toDocx(blocks, random(1));
  const xml = unzipDocument(bytes);
  const changed = change(xml);
  assert.notEqual(changed, xml, 'the change must take hold');
  return zip([['[Content_Types].xml', '<Types/>'],
    ['_rels/.rels', '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>'],
    ['word/document.xml', changed], ...more]);
}

function unzipDocument(bytes) {
  const at = bytes.lastIndexOf(Buffer.from('word/document.xml'), bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')));
  const head = at - 30;
  return inflateRawSync(bytes.subarray(at + 17, at + 17 + bytes.readUInt32LE(head + 18))).toString();
}

const first = data.figures.requests['一'];
const firstCell = `<w:t xml:space="preserve">${first[0]}</w:t>`;

test('a field, a link, an insertion inside an insertion, a content control around cells and rows', () => {
  for (const change of [
    (xml) => xml.replaceAll(/<w:tc>(.*?)<\/w:tc>/g, '<w:sdt><w:sdtContent><w:tc>$1</w:tc></w:sdtContent></w:sdt>'),
    (xml) => xml.replaceAll(/<w:tr>(.*?)<\/w:tr>/g, '<w:sdt><w:sdtPr/><w:sdtContent><w:tr>$1</w:tr></w:sdtContent></w:sdt>'),
    (xml) => xml.replaceAll(/<w:r>(.*?)<\/w:r>/g, '<w:ins><w:smartTag><w:r>$1</w:r></w:smartTag></w:ins>'),
    (xml) => xml.replaceAll(/<w:r>(.*?)<\/w:r>/g, '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(LEFT) 42 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r>$1</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    (xml) => xml.replaceAll('</w:tbl>', '<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>一、本年新收政府信息公开申请数量</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>99</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'),
    (xml) => xml.replaceAll(/<w:r>(<w:t[^>]*>)/g, '<w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r><w:r>$1\u00ad\u200b'),
    (xml) => xml.replaceAll(/<w:t xml:space="preserve">(\d+)<\/w:t>/g, '<w:t xml:space="preserve">\u00a0$1\u3000</w:t>'),
  ]) {
    const {figures, text, status} = importOne('a.docx', docxWith(change));
    assert.deepEqual(figures, expected(data), text);
    assert.equal(status, 0, text);
  }
});

test('digits of a note, crossed-out figures and two figures in a cell are never joined', () => {
  const look = (rpr, extra) => (xml) => xml.replace(firstCell, `${firstCell}</w:r><w:r><w:rPr>${rpr}</w:rPr><w:t>${extra}</w:t>`);
  for (const change of [look('<w:vertAlign w:val="superscript"/>', '1'), look('<w:strike/>', '5'),
    (xml) => xml.replace(firstCell, `${firstCell}</w:r></w:p><w:p><w:r><w:t>7</w:t>`),
    (xml) => xml.replace(firstCell, '<w:t>见附件</w:t>')]) {
    const {figures, text, status} = importOne('a.docx', docxWith(change));
    assert.equal(figures, null);
    assert.equal(status, 1);
    assert.match(text, /cell-not-read|row-not-taken/);
    assert.match(text, /本年新收政府信息公开申请数量/);
  }
});

test('a note at the foot of the page and a bracket become notes, a unit is known', () => {
  const notes = docxWith((xml) => xml.replace(firstCell, `${firstCell}</w:r><w:r><w:footnoteReference w:id="2"/>`), content(),
    [['word/_rels/document.xml.rels', '<Relationships><Relationship Id="n" Type="x/footnotes" Target="footnotes.xml"/></Relationships>'],
      ['word/footnotes.xml', '<w:footnotes><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>含转办</w:t></w:r></w:p></w:footnote></w:footnotes>']]);
  assert.equal(importOne('a.docx', notes).figures['三 一'][0], `{value: ${first[0]}, note: 含转办}`);
  const bracket = content({}, {notes: {规章0: '（其中修订16件）', 行政许可0: '件', 行政事业性收费0: '万元'}});
  const {figures} = importOne('a.html', toHtml(bracket, random(1)));
  assert.equal(figures['二 规章'][0], `{value: ${data.figures.proactive.规章[0]}, note: 其中修订16件}`);
  assert.equal(figures['二 行政许可'][0], data.figures.proactive.行政许可[0]);
  const yuan = importOne('a.html', toHtml(content({}, {notes: {行政事业性收费0: '元'}}), random(1)));
  assert.equal(yuan.figures, null, 'yuan are no ten thousands of yuan');
});

test('numbers of lists that Word computes are read: headings, labels, texts', () => {
  const blocks = content();
  const bytes = docxWith((xml) => xml
    .replace('<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">一、总体情况', '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>总体情况')
    .replace('<w:t xml:space="preserve">3.其他<', '<w:t>其他<'), blocks,
  [['word/_rels/document.xml.rels', '<Relationships><Relationship Id="n" Type="x/numbering" Target="numbering.xml"/></Relationships>'],
    ['word/numbering.xml', '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>']]);
  const {figures, site} = importOne('a.docx', bytes);
  assert.deepEqual(figures, expected(data));
  assert.match(site.narrative('swz', 2024), /^## 一、总体情况\n/);
});

test('texts: levels, lists, emphasis and pictures stay; a text box and what looks like a heading too', () => {
  const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const paragraph = (inside) => `<w:p>${inside}</w:p>`;
  const bytes = docxWith((xml) => xml.replace(/(<w:p><w:r><w:t xml:space="preserve">（一）主动公开情况)/, [
    paragraph('<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>小标题</w:t></w:r>'),
    paragraph('<w:r><w:t>全年</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>三次</w:t></w:r><w:r><w:t>会议*a*，1~2件，{{x}}</w:t></w:r>'),
    paragraph('<w:r><w:t>二、主动公开政府信息情况</w:t></w:r>'),
    paragraph('<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>项目甲</w:t></w:r>'),
    paragraph('<w:r><w:drawing><wp:docPr descr="示意图"/><a:blip r:embed="p1"/></w:drawing></w:r>'),
    paragraph('<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>文本框里的话</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>文本框里的话</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>'),
    '$1'].join('')), content(),
  [['word/_rels/document.xml.rels', '<Relationships><Relationship Id="n" Type="x/numbering" Target="numbering.xml"/><Relationship Id="p1" Type="x/image" Target="media/image7.png"/></Relationships>'],
    ['word/media/image7.png', picture],
    ['word/numbering.xml', '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="*"/></w:lvl></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num></w:numbering>']]);
  const {site, text, status} = importOne('a.docx', bytes);
  assert.equal(status, 0, text);
  const md = site.narrative('swz', 2024);
  for (const part of ['### 小标题\n', '全年**三次**会议\\*a\\*，1~2件，\\{{x}}\n', '- 项目甲\n', '![示意图](image1.png)']) assert.ok(md.includes(part), md);
  assert.equal(md.split('文本框里的话').length, 2);
  assert.equal(md.match(/^## /gm).length, 3);
  assert.deepEqual(readFileSync(join(site.folder, 'content/agencies/swz/2024/image1.png')), picture);
  assert.equal(site.run('build', '--drafts', '--clock', '2026-01-01').status, 0);
});

test('the text of a township report as it circulates: 200 zeros, six sections, nothing left over', () => {
  const {status, text, figures, site} = importOne('township.txt', readFileSync(new URL('township.txt', import.meta.url)));
  assert.equal(status, 0, text);
  const zeros = Object.values(figures).flat();
  assert.equal(zeros.length, 200, text);
  assert.ok(zeros.every((figure) => figure === '0'), text);
  assert.match(text, /25 of 25 rows, 175 of 175 cells/);
  const narrative = site.narrative('swz', 2024);
  // 二 to 四 are their tables.
  assert.deepEqual(narrative.match(/^## .*$/gm),
    ['## 一、总体情况', '## 五、存在的主要问题及改进情况', '## 六、其他需要报告的事项']);
  assert.match(text, /200 of 200 cells, 0 of them blank; 0 numbers left over/);
  assert.match(text, /二 .*: 6 of 6 rows[\s\S]*四 .*: 1 of 1 rows/);
  assert.ok(!/- \d -/.test(narrative), narrative);
});

test('a figure between marks for nothing in a line of its own is no number of a page', () => {
  const township = readFileSync(new URL('township.txt', import.meta.url), 'utf8');
  for (const line of ['-\t5\t-', '-    5    -']) {
    const {figures, text} = importOne('township.txt', Buffer.from(
      township.replace('规范性文件\t0\t0\t0', `规范性文件\n${line}`)));
    const row = Object.keys(figures ?? {}).find((key) => key.endsWith('规范性文件'));
    assert.deepEqual(figures?.[row], ['~', '5', '~'], text);
  }
});

test('GBK and UTF-8 pages, UTF-16 text and standard input', () => {
  const html = toHtml(content(), random(1), {charset: 'gb2312'}).toString();
  const site = newSite();
  const encoded = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let high = 0x81; high <= 0xFE; ++high) {
    for (let low = 0x40; low <= 0xFE; ++low) {
      const c = decoder.decode(Buffer.from([high, low]));
      if (c.length === 1 && !encoded.has(c)) encoded.set(c, [high, low]);
    }
  }
  const gbk = Buffer.from([...html].flatMap((c) => c.codePointAt(0) < 0x80 ? [c.codePointAt(0)] : encoded.get(c)));
  site.put('gbk.html', gbk);
  assert.equal(site.run('import', 'in/gbk.html').status, 0);
  assert.deepEqual(site.figures('swz', 2024), expected(data));
  const wide = importOne('a.txt', Buffer.concat([Buffer.from([0xFF, 0xFE]), Buffer.from(toText(content()).toString(), 'utf16le')]));
  assert.deepEqual(wide.figures, expected(data));
  const other = newSite();
  assert.equal(other.run('import', '-', {input: toHtml(content(), random(2))}).status, 0);
  assert.deepEqual(other.figures('swz', 2024), expected(data));
});

test('an update changes what differs and nothing else; check --against finds one figure', () => {
  const site = newSite();
  site.put('a.docx', toDocx(content(), random(1)));
  assert.equal(site.run('import', 'in/a.docx', '--published', '2025-01-20', '--attach').status, 0);
  const file = join(site.folder, 'content/agencies/swz/2024/report.yaml');
  const notes = readFileSync(file, 'utf8').replace('tables:', '# ours\ntables:').replace(/^    二: .*$/m, '$&  # looked up');
  writeFileSync(file, notes);
  const md = join(site.folder, 'content/agencies/swz/2024/report.md');
  writeFileSync(md, readFileSync(md, 'utf8').replace('公开政府信息12条', '公开政府信息{{requests.new.natural}}条'));
  const kept = readFileSync(md, 'utf8');
  assert.match(site.run('import', 'in/a.docx').text, /report-exists/);
  const again = site.run('import', 'in/a.docx', '--update', '--attach');
  assert.match(again.text, /0 cells changed/);
  assert.equal(readFileSync(file, 'utf8'), notes);
  assert.equal(readFileSync(md, 'utf8'), kept);
  assert.equal(site.run('check', '--against', 'in/a.docx', 'swz/2024').status, 0);

  const other = structuredClone(data);
  other.figures.requests['四'][1] = String(Number(other.figures.requests['四'][1]) + 1);
  const changed = makeContent(random(3), agency, 2024, other, plain);
  site.put('b.docx', toDocx(changed, random(1)));
  const against = site.run('check', '--against', 'in/b.docx', 'swz/2024');
  assert.equal(against.status, 1);
  assert.equal(against.text.match(/differs-from-original/g).length, 1);
  assert.match(against.text, /200 of 200 cells compared, 1 differ/);
  assert.match(site.run('import', 'in/b.docx', '--update').text, /1 cells changed/);
  const lines = readFileSync(file, 'utf8').split('\n');
  assert.equal(lines.filter((line, i) => line !== notes.split('\n')[i]).length, 1);
});

test('a dry run writes nothing', () => {
  const {figures, text, status} = importOne('a.docx', toDocx(content(), random(1)), '--dry-run');
  assert.equal(figures, null);
  assert.equal(status, 0);
  assert.match(text, /form: cn-2021/);
  assert.match(text, /25 of 25 rows, 175 of 175 cells/);
});

test('damaged, locked, enormous: a word, little memory, nothing written', {timeout: 120_000}, () => {
  const good = toDocx(content(), random(1));
  const cases = {
    'cut.docx': [good.subarray(0, good.length >> 1), 'archive-damaged'],
    'text.docx': [Buffer.from('no archive'), 'archive-damaged'],
    'bomb.docx': [zip([['word/document.xml', Buffer.alloc(300 << 20, 32)]]), 'original-unpacks-too-large'],
    'bomb.xlsx': [zip([['xl/workbook.xml', '<workbook/>'], ['xl/_rels/workbook.xml.rels', Buffer.alloc(200 << 20, 32)]]), 'original-unpacks-too-large'],
    'entity.docx': [zip([['word/document.xml', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>']]), 'original-with-entities'],
    'locked.docx': [Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]), 'original-locked'],
    'large.html': [Buffer.alloc(50 << 20, '<p>0</p>'), 'original-too-large'],
    'rows.html': [Buffer.from(`<table>${'<tr><td>1</td></tr>'.repeat(100_000)}</table>`), 'original-too-large'],
    'rows.docx': [zip([['word/document.xml', `<w:document><w:body><w:tbl>${'<w:tr><w:tc><w:p/></w:tc></w:tr>'.repeat(100_000)}</w:tbl></w:body></w:document>`]]), 'original-too-large'],
    'rows.xlsx': [toXlsx([{rows: Array.from({length: 100_000}, () => [{text: '1'}])}]), 'original-too-large'],
    'rows.txt': [Buffer.from('1\t2\n'.repeat(100_000)), 'original-too-large'],
    'deep.html': [Buffer.from('<div>'.repeat(200_000)), 'original-nested-too-deep'],
    'deep.docx': [zip([['word/document.xml', `<w:document><w:body>${'<w:sdt>'.repeat(50_000)}${'</w:sdt>'.repeat(50_000)}</w:body></w:document>`]]), 'original-nested-too-deep'],
  };
  const site = newSite();
  site.memory = 512 << 20;
  for (const [name, [bytes, code]] of Object.entries(cases)) {
    const file = site.put(name, bytes);
    const {status, text} = site.run('import', file, '--agency', 'swz', '--year', '2024');
    assert.match(text, new RegExp(`\\[${code}\\]`), `${name}: ${text.slice(0, 500)}`);
    assert.equal(status, 1);
    assert.ok(!existsSync(join(site.folder, 'content/agencies/swz/2024')), name);
  }
  assert.deepEqual(readdirSync(join(site.folder, 'content/agencies/swz')), ['agency.yaml']);
});
