// Writes a site of generated reports whose texts differ as texts of different offices do: words of a
// few thousand, the common ones common, put together by chance, between phrases that all offices use.
// The same arguments give the same bytes. No real agency bears these names.
//
//     node search_content.mjs <agencies> <years up to 5> <folder>
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const [agencies, years, root] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4]];
if (!agencies || !years || years > 5 || !root) {
  console.error('usage: node search_content.mjs <agencies> <years up to 5> <folder>');
  process.exit(2);
}

/** Numbers from 0 to 1, always the same ones (mulberry32). */
function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = state + 0x6d2b79f5 >>> 0;
    let t = Math.imul(state ^ state >>> 15, state | 1);
    t ^= t + Math.imul(t ^ t >>> 7, t | 61);
    return ((t ^ t >>> 14) >>> 0) / 4294967296;
  };
}

const gb2312 = new TextDecoder('gb2312');
const characters = [];
for (let row = 0xb0; row < 0xd7; row++) {
  for (let cell = 0xa1; cell <= 0xfe; cell++) characters.push(gb2312.decode(Uint8Array.of(row, cell)));
}
const first = chance(1);
const pick = (random, list) => list[Math.floor(random() * list.length)];
const words = Array.from({length: 6000}, () => pick(first, characters) + pick(first, characters));
/** Words by Zipf's law: the first is used most. */
const word = (random) => words[Math.floor(words.length ** random()) - 1];

const phrases = ['政府信息公开', '依申请公开', '主动公开', '行政机关', '政务公开工作', '重点领域', '规范性文件'];
const latin = ['APP', 'PDF', 'OCR', 'Excel', 'H5', 'QR', 'RSS', 'online'];
const offices = ['人民政府办公室', '教育局', '财政局', '民政局', '司法局', '水利局', '统计局', '审计局', '卫生健康委员会',
  '生态环境局', '交通运输局', '农业农村局'];

function sentence(random) {
  let text = '';
  const clauses = 2 + Math.floor(random() * 3);
  for (let i = 0; i < clauses; i++) {
    const length = 4 + Math.floor(random() * 6);
    for (let k = 0; k < length; k++) text += random() < 0.12 ? pick(random, phrases) : word(random);
    if (random() < 0.25) text += `${Math.floor(random() * 9000)}件`;
    if (random() < 0.05) text += pick(random, latin);
    text += i + 1 < clauses ? '，' : '。';
  }
  return text;
}

function paragraphs(random, letters) {
  const out = [];
  for (let count = 0; count < letters;) {
    const text = sentence(random) + sentence(random) + sentence(random);
    count += text.length;
    out.push(text);
  }
  return out;
}

const rows = ['（一）', '（二）', '（三）1', '（三）2', '（三）3', '（三）4', '（三）5', '（三）6', '（三）7', '（三）8', '（四）1',
  '（四）2', '（四）3', '（五）1', '（五）2', '（五）3', '（五）4', '（五）5', '（六）1', '（六）2', '（六）3'];

function tables(random) {
  const total = [0, 0, 0, 0, 0, 0, 0];
  const lines = rows.map((row) => {
    const line = [0, 1, 2, 3, 4, 5].map((column) =>
      random() < 0.4 ? 0 : Math.floor(random() * (column === 0 ? 300 : 9)));
    line.push(line.reduce((a, b) => a + b));
    line.forEach((figure, i) => { total[i] += figure; });
    return `    三${row}: [${line.join(', ')}]`;
  });
  return ['  二: 0', '  三:', ...lines, `    三（七）: [${total.join(', ')}]`,
    `    一: [${total.join(', ')}]`, '    二: 0', '    四: 0', '  四: 0'].join('\n');
}

mkdirSync(root, {recursive: true});
writeFileSync(join(root, 'site.yaml'), `title: 检索样例
kinds:
  - {id: government, label: 人民政府, level: county, body: government}
  - {id: department, label: 政府部门, level: county, body: department}
checks: {requests.carry_over: off}
`);
for (let i = 0; i < agencies; i++) {
  const random = chance(1000 + i);
  const office = offices[i % offices.length];
  const folder = join(root, 'content/agencies', `agency-${i}`);
  const place = pick(random, characters) + pick(random, characters) + pick(random, ['县', '区', '市']);
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, 'agency.yaml'),
    `name: ${place}${office}\nkind: ${i % offices.length === 0 ? 'government' : 'department'}\n`);
  for (let year = 2025; year > 2025 - years; year--) {
    const report = join(folder, String(year));
    mkdirSync(report, {recursive: true});
    writeFileSync(join(report, 'report.yaml'),
      `form: cn-2021\npublished: ${year + 1}-01-20\ntables:\n${tables(random)}\n`);
    writeFileSync(join(report, 'report.md'), [
      '# 一、总体情况', ...paragraphs(random, 1500),
      '# 五、存在的主要问题及改进情况', ...paragraphs(random, 600),
      '# 六、其他需要报告的事项', sentence(random) + '本年度没有收取信息处理费。',
    ].join('\n\n') + '\n');
  }
}
