// A small site to import into, and what was written there.
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';

export class Site {
  constructor(agencies) {
    this.folder = mkdtempSync(join(tmpdir(), 'gongkai-import-'));
    writeFileSync(join(this.folder, 'site.yaml'),
      'title: 年报\nlanguage: zh-CN\nkinds:\n  - {id: town, label: 乡镇, level: town, body: government}\n');
    for (const [id, name] of agencies) {
      mkdirSync(join(this.folder, 'content/agencies', id), {recursive: true});
      writeFileSync(join(this.folder, 'content/agencies', id, 'agency.yaml'), `name: ${name}\nkind: town\n`);
    }
    mkdirSync(join(this.folder, 'in'));
  }

  put(name, bytes) {
    writeFileSync(join(this.folder, 'in', name), bytes);
    return join('in', name);
  }

  run(command, ...args) {
    const input = typeof args.at(-1) === 'string' ? '' : args.pop().input;
    // Sanitizers reserve more addresses than they use.
    const limit = this.memory && !process.env.SANITIZED ? `ulimit -v ${this.memory >> 10}; ` : '';
    const result = spawnSync('sh', ['-c', `${limit}exec "$0" "$@"`, resolve(process.env.GONGKAI), command,
      '--lang', 'en', ...args], {cwd: this.folder, encoding: 'utf8', maxBuffer: 1 << 28, input});
    return {status: result.status, text: result.stdout + result.stderr};
  }

  /** The figures of a report.yaml by the keys of their rows; null where there is none. */
  figures(id, year) {
    const file = join(this.folder, 'content/agencies', id, String(year), 'report.yaml');
    if (!existsSync(file)) return null;
    const rows = {};
    let table = '';
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const head = /^  (\S+):/.exec(line);
      if (head) table = head[1];
      const row = /^    (\S+?):\s+\[(.*)\]$/.exec(line);
      if (row) rows[`${table} ${row[1]}`] = row[2].split(/,\s*(?![^{]*\})/).map((text) => text.trim());
    }
    return rows;
  }

  narrative(id, year) {
    return readFileSync(join(this.folder, 'content/agencies', id, String(year), 'report.md'), 'utf8');
  }

  remove(id, year) {
    rmSync(join(this.folder, 'content/agencies', id, String(year)), {recursive: true, force: true});
  }

  end() {
    rmSync(this.folder, {recursive: true, force: true});
  }
}

/** The figures that a report.yaml must hold for what was printed. */
export function expected(data) {
  const rows = {};
  const value = (text) => text === null ? '~' : text;
  for (const [row, figures] of Object.entries(data.figures.proactive)) rows[`二 ${row}`] = figures.map(value);
  for (const [row, figures] of Object.entries(data.figures.requests)) rows[`三 ${row}`] = figures.map(value);
  ['行政复议', '未经复议直接起诉', '复议后起诉'].forEach((row, i) => {
    rows[`四 ${row}`] = data.figures.disputes.slice(i * 5, i * 5 + 5).map(value);
  });
  return rows;
}
