// Two to six agencies side by side, chosen in the browser. What is known of an agency is a script
// that is loaded when it is chosen, so that the page works from the disc too. The choice stands in
// the address.
const gongkai_side_by_side = (() => {
  'use strict';
  const most = 6, most_offered = 12;
  const page = document.getElementById('side-by-side');
  const [search, year] = ['side-search', 'side-year'].map((id) => document.getElementById(id));
  const [offers, chosen_list, state, output] = ['side-offers', 'side-chosen', 'side-state',
    'side-output'].map((id) => document.getElementById(id));
  const say = page.dataset;

  const known = new Map();    // by name: what its script gave
  const waiting = new Map();  // by name: who waits for it
  let portal = null, chosen = [], turn = 0;

  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (all, i) => values[i]);

  function element(name, attributes, ...content) {
    const it = document.createElement(name);
    for (const key of Object.keys(attributes || {})) it.setAttribute(key, attributes[key]);
    it.append(...content);
    return it;
  }

  function ask(name) {
    if (!waiting.has(name)) {
      waiting.set(name, new Promise((give, fail) => {
        const script = element('script', {src: `${name}.js`});
        script.onload = () => (known.has(name) ? give(known.get(name)) : fail());
        script.onerror = () => {
          waiting.delete(name);
          fail();
        };
        document.head.append(script);
      }));
    }
    return waiting.get(name);
  }

  // ---- The choice

  const by_id = (id) => portal.agencies.find((agency) => agency[0] === id);

  function read_address() {
    const query = new URLSearchParams(location.hash.slice(1) || location.search);
    chosen = (query.get('agencies') || '').split(',').filter((id, i, all) =>
      by_id(id) && all.indexOf(id) === i).slice(0, most);
    year.value = query.get('year') || '';
    if (year.selectedIndex < 0) year.selectedIndex = 0;
  }

  function remember() {
    const query = `agencies=${chosen.join(',')}&year=${year.value}`;
    try {
      history.replaceState(null, '', `?${query}`);
    } catch (refused) {
      // Some browsers let a page from the disc change only what follows the #.
      location.replace(`#${query}`);
    }
  }

  function offer() {
    const needle = search.value.trim().toLowerCase();
    const found = portal.agencies.filter((agency) => !chosen.includes(agency[0]) &&
      [agency[1], agency[2], portal.kinds[agency[3]]].join(' ').toLowerCase().includes(needle));
    offers.textContent = '';
    if (chosen.length >= most) return;
    for (const [id, label, name, kind] of found.slice(0, most_offered)) {
      const button = element('button', {type: 'button', title: name}, label,
        element('small', {}, ` ${portal.kinds[kind]}`));
      button.addEventListener('click', () => choose(id));
      offers.append(element('li', {}, button));
    }
    if (found.length > most_offered) {
      offers.append(element('li', {class: 'note'}, fill(say.more, found.length - most_offered)));
    }
    if (found.length === 0) offers.append(element('li', {class: 'note'}, say.none));
  }

  function choose(id) {
    chosen.push(id);
    search.value = '';
    change(fill(say.added, by_id(id)[1]));
    if (chosen.length < most) search.focus();
    else chosen_list.querySelector('button').focus();
  }

  function drop(id) {
    const at = chosen.indexOf(id);
    chosen.splice(at, 1);
    change(fill(say.removed, by_id(id)[1]));
    const left = chosen_list.querySelectorAll('button');
    (left[Math.min(at, left.length - 1)] || search).focus();
  }

  function change(what) {
    remember();
    show(what);
  }

  function show_chosen() {
    chosen_list.textContent = '';
    for (const id of chosen) {
      const label = by_id(id)[1];
      const button = element('button', {type: 'button', 'aria-label': fill(say.remove, label)},
        label, element('span', {'aria-hidden': 'true'}, ' ×'));
      button.addEventListener('click', () => drop(id));
      chosen_list.append(element('li', {}, button));
    }
    search.disabled = chosen.length >= most;
  }

  // ---- The tables

  function cell(value) {
    if (value === undefined) return element('td', {class: 'number gap'});
    const [text, detail] = Array.isArray(value) ? value : [value];
    const it = element('td', {class: 'number'}, text);
    if (detail) it.append(element('small', {class: 'detail'}, ` ${detail}`));
    return it;
  }

  function head(agency, report) {
    const it = element('th', {scope: 'col', class: 'column'},
      report ? element('a', {href: report.report}, agency[1]) : agency[1]);
    for (const tag of report ? [report.scope, report.draft] : [say.noReport]) {
      if (tag) it.append(' ', element('small', {class: 'tag'}, tag));
    }
    return it;
  }

  function table(caption, agencies, reports, rows, values_of) {
    const number = output.childElementCount;
    const heads = agencies.map((agency, i) => head(agency, reports[i]));
    const body = element('tbody');
    rows.forEach(([label, css_class, unit], row) => {
      const name = unit ? `${label}${say.unit}${unit}` : label;
      body.append(element('tr', {class: css_class || ''}, element('th', {scope: 'row'}, name),
        ...reports.map((report) => cell(report ? values_of(report)[row] : undefined))));
    });
    output.append(element('div', {
      class: 'table-scroll series', role: 'region', tabindex: '0',
      'aria-labelledby': `side-caption-${number}`,
    }, element('table', {class: 'series'},
      element('caption', {id: `side-caption-${number}`}, caption),
      element('thead', {}, element('tr', {},
        element('th', {scope: 'col', class: 'row'}, say.item), ...heads)), body)));
  }

  function show_form(id, agencies, reports) {
    const form = portal.forms[id];
    if (form.indicators.length > 0) {
      table(`${form.name} · ${say.indicators}`, agencies, reports,
        form.indicators.map((label) => [label]), (report) => report.indicators);
    }
    form.tables.forEach((it, i) =>
      table(it.caption, agencies, reports, it.rows, (report) => report.tables[i]));
  }

  async function show(what) {
    const my_turn = ++turn;
    show_chosen();
    offer();
    const ids = [...chosen];
    let data = [];
    try {
      data = await Promise.all(ids.map((id) => ask(`agencies/${id}`)));
    } catch (failure) {
      state.textContent = say.failed;
      return;
    }
    if (my_turn !== turn) return;
    output.textContent = '';
    const reports = data.map((it) => it[year.value]);
    const agencies = ids.map(by_id);
    if (ids.length >= 2) {
      // Figures of different forms are not put into one row.
      const forms = Object.keys(portal.forms).filter((form) =>
        reports.some((report) => report && report.form === form));
      for (const form of forms) {
        const here = ids.map((id, i) => i).filter((i) => !reports[i] || reports[i].form === form);
        show_form(form, here.map((i) => agencies[i]), here.map((i) => reports[i]));
      }
      if (forms.length === 0) output.append(element('p', {class: 'notice'}, say.noReports));
    }
    const advice = ids.length < 2 ? say.few : ids.length >= most ? say.full : '';
    state.textContent = [what, ids.length >= 2 ? fill(say.shown, ids.length, year.value) : '', advice]
      .filter(Boolean).join(' ');
  }

  async function start() {
    portal = await ask('portal');
    for (const it of portal.years) year.append(new Option(it, it));
    read_address();
    search.addEventListener('input', offer);
    search.addEventListener('keydown', (event) => {
      const first = offers.querySelector('button');
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      if (first && search.value.trim()) first.click();
    });
    year.addEventListener('change', () => change(''));
    window.addEventListener('hashchange', () => {
      read_address();
      show('');
    });
    page.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
    page.hidden = false;
    show('');
  }

  // The answer of ask() is given when the script has been read: data() must be there before that.
  setTimeout(() => start().catch(() => {
    page.hidden = false;
    state.textContent = say.failed;
  }));
  return {data: (name, it) => known.set(name, it)};
})();
