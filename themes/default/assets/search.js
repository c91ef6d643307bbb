// Search in the reports of the portal: reads a few files of the index (docs/search.md) by script
// elements, so that it works from any server and from the disc. What is above "The page" knows
// nothing of the browser but `load`, which tests replace.
'use strict';

var gongkai_search = (() => {
  // ---- Files: each calls gongkai_search.data(name, value)

  const answers = new Map();

  function ask(name) {
    let answer = answers.get(name);
    if (!answer) {
      answer = {};
      answer.promise = new Promise((resolve, reject) => Object.assign(answer, {resolve, reject}));
      answers.set(name, answer);
      api.load(name, () => {
        answers.delete(name);
        answer.reject(new Error(name));
      });
    }
    return answer.promise;
  }

  function data(name, value) {
    const answer = answers.get(name);
    if (answer) answer.resolve(value);
  }

  // ---- Cutting, as generator/search/cutting.cc does it

  /** What a function gives for its first argument ever, worked out once. */
  function once(make) {
    let made = null;
    return (argument) => made || (made = make(argument));
  }

  const simplified = new Map();

  /** What GB 2312 holds is simplified, but for two characters. */
  const common = once(() => {
    const bytes = [];
    for (let row = 0xb0; row <= 0xf7; row++) {
      for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
    }
    const characters = new Set(new TextDecoder('gb2312').decode(Uint8Array.from(bytes)));
    characters.delete('後');
    characters.delete('於');
    return characters;
  });

  /** Reads the simplified forms of the traditional characters that a text may hold. */
  async function learn(text) {
    const portal = await ask('portal');
    const blocks = new Set();
    for (const character of text) {
      if (character < '\u3000' || common().has(character)) continue;
      const block = character.codePointAt(0) >> 10;
      if (portal.characters.includes(block)) blocks.add(block);
    }
    await Promise.all([...blocks].map(async (block) => {
      const pairs = [...await ask(`characters/${block}`)];
      for (let i = 0; i < pairs.length; i += 2) {
        simplified.set(pairs[i].codePointAt(0), pairs[i + 1].codePointAt(0));
      }
    }));
  }

  const within = (c, first, last) => c >= first && c <= last;

  function fold(c) {
    if (within(c, 0xff01, 0xff5e)) c -= 0xfee0;
    if (within(c, 65, 90) || (within(c, 0xc0, 0xde) && c !== 0xd7) || within(c, 0x391, 0x3a9) ||
        within(c, 0x410, 0x42f)) {
      return c + 32;
    }
    return simplified.get(c) || c;
  }

  const is_pair = (c) => c === 0x3005 || c === 0x3007 ||
    (within(c, 0x3041, 0x30fe) && c !== 0x30fb) || within(c, 0x3400, 0x4dbf) ||
    within(c, 0x4e00, 0x9fff) || within(c, 0xac00, 0xd7a3) || within(c, 0xf900, 0xfaff) ||
    within(c, 0x20000, 0x3ffff);
  const is_word = (c) => within(c, 48, 57) || within(c, 97, 122) ||
    (within(c, 0xdf, 0x24f) && c !== 0xf7) || within(c, 0x370, 0x52f);

  /** The text as search sees it, blanks for all that parts words, and where each sign stood. */
  function folded(text) {
    let out = '';
    const places = [];
    for (let at = 0; at < text.length;) {
      const raw = text.codePointAt(at);
      const length = raw > 0xffff ? 2 : 1;
      const c = fold(raw);
      let sign = ' ';
      if (is_pair(c) || is_word(c)) {
        sign = String.fromCodePoint(c);
      } else if ((raw === 44 || raw === 46) && /\d/.test(text.charAt(at - 1))) {
        const after = text.slice(at + 1, at + 5);
        if (raw === 46 && /^\d/.test(after)) sign = '.';
        if (raw === 44 && /^\d{3}(?!\d)/.test(after)) sign = '';
      }
      for (let i = 0; i < sign.length; i++) places.push(at);
      out += sign;
      at += length;
    }
    places.push(text.length);
    return {text: out, places};
  }

  /** The terms by which a phrase is looked up. */
  function terms_of(phrase) {
    const terms = new Set();
    let word = '', before = '';
    for (const sign of phrase) {
      if (is_pair(sign.codePointAt(0))) {
        if (before) terms.add(before + sign);
        if (word) terms.add(word);
        word = '';
        before = sign;
      } else {
        word += sign;
        before = '';
      }
    }
    if (word) terms.add(word);
    return terms;
  }

  function hash(term) {
    let number = 0;
    for (const sign of term) number = Math.imul(number, 31) + sign.codePointAt(0) | 0;
    number ^= number >>> 15;
    number = Math.imul(number, 0x2c1b3c6d);
    return (number ^ number >>> 12) >>> 0;
  }

  // ---- The index

  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const value_of = new Uint8Array(128);  // by the code of a sign
  [...signs].forEach((sign, value) => { value_of[sign.charCodeAt(0)] = value; });

  /** Counts one for each number of a packed list: generator/search/postings.h says how it is written. */
  function count_in(list, counts) {
    if (list[0] === 'b') {
      for (let i = 1; i < list.length; i++) {
        const bits = value_of[list.charCodeAt(i)];
        for (let bit = 0; bit < 6; bit++) counts[(i - 1) * 6 + bit] += bits >> bit & 1;
      }
      return;
    }
    let at = 1, next = 0;
    const read = () => {
      let number = 0;
      for (let shift = 0; ; shift += 5) {
        const value = value_of[list.charCodeAt(at++)];
        number |= (value & 31) << shift;
        if (value < 32) return number;
      }
    };
    while (at < list.length) {
      next += read();
      for (let run = list[0] === 'r' ? read() : 1; run > 0; run--) counts[next++]++;
    }
  }

  const shards = new Map();  // by number: a map of terms to their packed lists

  /** The packed lists of the reports that bear a term: all, with it in a heading, in the title. */
  async function reports_with(term) {
    const number = hash(term) % (await ask('portal')).shards;
    const text = await ask(`index/${number}`);
    if (!shards.has(number)) {
      shards.set(number, new Map(text.split('|').map((entry) => {
        const [its_term, ...lists] = entry.split(' ');
        return [its_term, lists];
      })));
    }
    return shards.get(number).get(term) || [];
  }

  /** The runs of report numbers of one year and kind, the newest year first. */
  const runs_of = once((portal) => {
    const years = [];
    let next = 0;
    for (const [year, ...kinds] of portal.years) {
      const runs = kinds.map(([kind, count]) => ({year, kind, from: next, to: next += count}));
      years.unshift(runs);
    }
    return years.flat();
  });

  /**
   * The numbers of the reports that bear all terms, of which these are the lists: all in the title
   * first, then all in headings, then the newest.
   */
  function ranked(portal, lists, {year, kind}) {
    const [in_text, in_heading, in_title] = [0, 1, 2].map((place) => {
      const counts = new Uint16Array(portal.reports);
      for (const list of lists) if (list[place]) count_in(list[place], counts);
      return counts;
    });
    const all = lists.length;
    const titles = [], headings = [], others = [];
    for (const run of runs_of(portal)) {
      if ((year && run.year !== year) || (kind >= 0 && run.kind !== kind)) continue;
      for (let number = run.from; number < run.to; number++) {
        if (in_text[number] !== all) continue;
        (in_title[number] === all ? titles : in_heading[number] === all ? headings : others)
          .push(number);
      }
    }
    return titles.concat(headings, others);
  }

  /**
   * Looks words up. Gives the phrases that they are made of, and the numbers of the reports that may
   * bear all of them, as ranked() puts them. With `exact` none is there in vain; else read() sorts
   * out the others. Without phrases there is nothing to look up.
   */
  async function find(words, {year = 0, kind = -1} = {}) {
    const portal = await ask('portal');
    await learn(words);
    const phrases = [...new Set(folded(words).text.split(' '))]
      .filter((phrase) => terms_of(phrase).size > 0);
    const terms = [...new Set(phrases.flatMap((phrase) => [...terms_of(phrase)]))];
    const lists = await Promise.all(terms.map(reports_with));
    return {
      phrases,
      reports: terms.length > 0 ? ranked(portal, lists, {year, kind}) : [],
      exact: terms.length === 1 && phrases.join('') === terms[0],
    };
  }

  /** Where a phrase stands in a folded text, words whole: [first, end] in the text itself. */
  function places_of(phrase, {text, places}) {
    const found = [];
    const joins = (a, b) => [a, b].every((c) => c === '.' || (c && is_word(c.codePointAt(0))));
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      const end = at + phrase.length;
      if (!joins(text[at - 1], phrase[0]) && !joins(phrase[phrase.length - 1], text[end])) {
        found.push([places[at], places[end - 1] + 1]);
      }
    }
    return found;
  }

  const shared_piece = /[\u{f0000}-\u{ffffd}]/gu;

  /** The lines of a text, each with its folded text. */
  async function blocks_of(text) {
    await learn(text);
    return text.split('\n').map((block) => ({block, folded: folded(block)}));
  }

  /** The block that bears most of the phrases, and which phrases stand in none. */
  function look_through(blocks, phrases) {
    let best = null, most = 0;
    const missing = new Set(phrases);
    for (const it of blocks) {
      const here = phrases.filter((phrase) => it.folded.text.includes(phrase) &&
        places_of(phrase, it.folded).length > 0);
      here.forEach((phrase) => missing.delete(phrase));
      if (here.length > most) [best, most] = [it, here.length];
    }
    return {best, missing};
  }

  const marks_in = (it, phrases) => phrases.flatMap((phrase) => places_of(phrase, it.folded));

  /** The first line of a text that bears all phrases as they are written; only it is folded. */
  async function plain_line(text, phrases) {
    const line = text.split('\n').find((it) => phrases.every((phrase) => it.includes(phrase)));
    if (line === undefined || line.match(shared_piece)) return null;
    const [it] = await blocks_of(line);
    return look_through([it], phrases).missing.size === 0 ? it : null;
  }

  /** The line of a report that bears most of the phrases; undefined where it does not bear all. */
  async function line_of(report, phrases) {
    const plain = await plain_line(report.text, phrases);
    if (plain) return plain;
    const {missing: rest} = look_through([report.heading], phrases);
    if (!report.blocks) report.blocks = await blocks_of(report.text);
    let {best, missing} = look_through(report.blocks, phrases);
    const is_whole = () => [...rest].every((phrase) => !missing.has(phrase));
    if (!is_whole() || (best && best.block.match(shared_piece))) {
      if (!report.whole) {
        const shared = await ask('shared');
        report.whole = await blocks_of(report.text.replace(
          shared_piece, (piece) => shared[piece.codePointAt(0) - 0xf0000]));
      }
      ({best, missing} = look_through(report.whole, phrases));
    }
    return is_whole() ? best : undefined;
  }

  /**
   * Reads a report: {title, address, agency, year, kind, passage, size}, or null where it does not
   * bear all phrases. `passage` is the block that bears most of them, or null where the title alone
   * does; title and passage are {text, marks}.
   */
  async function read(number, phrases) {
    const [portal, report] = await Promise.all([ask('portal'), ask(`reports/${number}`)]);
    if (!report.heading) report.heading = (await blocks_of(report.title))[0];
    const line = await line_of(report, phrases);
    if (line === undefined) return null;
    const {year, kind} = runs_of(portal).find((run) => run.from <= number && number < run.to);
    return {
      title: {text: report.title, marks: marks_in(report.heading, phrases)},
      address: report.address,
      agency: report.agency,
      year,
      kind,
      passage: line && {text: line.block, marks: marks_in(line, phrases)},
      size: report.text.length,
    };
  }

  /** Does beforehand what the first query would else wait for, compiling of the loops included. */
  async function prepare() {
    const portal = await ask('portal');
    runs_of(portal);
    common();
    const lists = [`b${'K'.repeat(portal.reports / 6)}`, `d${'B'.repeat(portal.reports / 2)}`];
    for (let i = 0; i < 4; i++) lists.forEach((it) => ranked(portal, [[it, it]], {}));
  }

  // What a first look loads stays small; who wants more gets more at a time.
  const first_look = {at_once: 2, letters: 7000};
  const at_a_time = 10;

  /**
   * Reads on in what find() gave, from its report `from`: {results, next}. Reports that do not bear
   * all phrases are passed over; there is no result only where no report is left. `some` is told of
   * results as they come.
   */
  async function look(found, from, some = () => {}) {
    const results = [];
    let letters = 0, next = from, at_once = from ? at_a_time : first_look.at_once;
    const is_enough = () => results.length >= at_a_time ||
      (!from && results.length > 0 && letters > first_look.letters);
    while (next < found.reports.length && !is_enough()) {
      const numbers = found.reports.slice(next, next + at_once);
      next += numbers.length;
      const read_now = (await Promise.all(numbers.map((it) => read(it, found.phrases))))
        .filter((result) => result);
      for (const result of read_now) letters += result.size;
      results.push(...read_now);
      some(read_now);
      at_once = 2;
    }
    return {results, next};
  }

  const api = {ask, data, find, look, read, folded, prepare, load: null};
  return api;
})();

// ---- The page

if (typeof document === 'object') {
  const page = document.getElementById('gongkai-search');
  const input = page.querySelector('input');
  const [year, kind] = page.querySelectorAll('select');
  const state = document.getElementById('search-state');
  const list = document.getElementById('search-results');
  const more = document.getElementById('search-more');
  let turn = 0, found = null, next = 0;

  gongkai_search.load = (name, fail) => {
    const script = document.createElement('script');
    script.src = `${name}.js`;
    script.onload = () => script.remove();
    script.onerror = fail;
    document.head.append(script);
  };

  /** A text with its marked places, cut to 200 signs around the first. */
  function marked({text, marks}) {
    const out = document.createDocumentFragment();
    const sorted = [...marks].sort((a, b) => a[0] - b[0]);
    const first = sorted.length ? sorted[0][0] : 0;
    const begin = text.length > 200 && first > 50 ? first - 40 : 0;
    const end = Math.min(text.length, begin + 200);
    let at = begin;
    if (begin > 0) out.append('…');
    for (const [from, to] of sorted) {
      if (from < at || to > end) continue;
      const mark = document.createElement('mark');
      mark.textContent = text.slice(from, to);
      out.append(text.slice(at, from), mark);
      at = to;
    }
    out.append(text.slice(at, end), end < text.length ? '…' : '');
    return out;
  }

  function element(name, css_class, ...content) {
    const it = document.createElement(name);
    if (css_class) it.className = css_class;
    it.append(...content);
    return it;
  }

  function item(result, portal) {
    const link = element('a', '', marked(result.title));
    link.href = `../${result.address.split('/').map(encodeURIComponent).join('/')}`;
    const detail = [result.agency, portal.kinds[result.kind], result.year].join(' · ');
    const it = element('li', '', element('h2', '', link), element('p', 'detail', detail));
    if (result.passage) it.append(element('p', 'passage', marked(result.passage)));
    return it;
  }

  const say = (key, count) => {
    state.textContent = (page.dataset[key] || '').replace('{0}', count);
  };

  /** Shows further results; gives the first of them. */
  async function show(my_turn) {
    const portal = await gongkai_search.ask('portal');
    const items = [];
    const seen = await gongkai_search.look(found, next, (results) => {
      if (my_turn !== turn) return;
      const come = results.map((result) => item(result, portal));
      items.push(...come);
      list.append(...come);
    });
    if (my_turn !== turn) return null;
    next = seen.next;
    more.hidden = next >= found.reports.length;
    return items[0];
  }

  function remember(words) {
    const query = new URLSearchParams();
    if (words) query.set('q', words);
    if (year.value) query.set('year', year.value);
    if (kind.value) query.set('kind', kind.value);
    const text = query.toString();
    try {
      history.replaceState(null, '', text ? `?${text}` : location.pathname);
    } catch (refused) {
      // Some browsers keep the address of a page from the disc as it is.
    }
  }

  async function run() {
    const my_turn = ++turn;
    const words = input.value.trim();
    const clear = () => {
      list.textContent = '';
      more.hidden = true;
    };
    if (!words) {
      clear();
      remember(words);
      return say('');
    }
    try {
      const filter = {
        year: Number(year.value) || 0, kind: kind.value === '' ? -1 : Number(kind.value),
      };
      const answer = await gongkai_search.find(words, filter);
      if (my_turn !== turn) return;
      found = answer;
      next = 0;
      clear();
      if (found.phrases.length === 0) return say('short');
      await show(my_turn);
      if (my_turn !== turn) return;
      const all_shown = next >= found.reports.length;
      const count = all_shown ? list.children.length : found.reports.length;
      say(count === 0 ? 'none' : found.exact || all_shown ? 'found' : 'most', count);
      remember(words);
    } catch (failure) {
      if (my_turn === turn) say('failed');
    }
  }

  async function start() {
    const given = new URLSearchParams(location.search);
    input.value = given.get('q') || '';
    const portal = await gongkai_search.ask('portal');
    const option = (select, value, label) => select.append(new Option(label, value));
    [...portal.years].reverse().forEach(([it]) => option(year, it, it));
    portal.kinds.forEach((label, i) => option(kind, i, label));
    year.value = given.get('year') || '';
    kind.value = given.get('kind') || '';
    for (const select of [year, kind]) {
      if (select.selectedIndex < 0) select.value = '';
      select.addEventListener('change', run);
    }
    page.querySelector('fieldset').hidden = false;
    input.addEventListener('input', (event) => event.isComposing || run());
    input.addEventListener('compositionend', run);
    page.querySelector('form').addEventListener('submit', (event) => {
      event.preventDefault();
      run();
    });
    more.addEventListener('click', async () => {
      const first = await show(turn);
      if (first) first.querySelector('a').focus();
    });
    if (input.value) return run();
    return gongkai_search.prepare();
  }

  start().catch(() => say('failed'));
}
