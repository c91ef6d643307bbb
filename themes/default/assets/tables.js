// Sorting and filtering of long tables. A table asks for it with the class `sortable`, and says in
// data-… what is announced; without this script it is complete all the same.
(() => {
  'use strict';
  const least_rows = 6;  // fewer are seen at a glance

  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (all, i) => values[i]);

  function element(name, attributes, ...content) {
    const it = document.createElement(name);
    for (const key of Object.keys(attributes)) it.setAttribute(key, attributes[key]);
    it.append(...content);
    return it;
  }

  /** The number that a cell begins with; null where it holds none, which is not zero. */
  function number_in(cell) {
    const found = /^\s*([+-]?[\d,]*\.?\d+)/.exec(cell.textContent);
    return found ? Number(found[1].replace(/,/g, '')) : null;
  }

  function enhance(table) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    if (table.tBodies.length !== 1 || rows.length < least_rows) return;
    const say = table.dataset;
    const state = element('span', {role: 'status'});
    const region = table.closest('.table-scroll') || table;
    const tools = element('div', {class: 'table-tools'});
    let sorted = null, direction = 0, needle = '';

    const name_of = (row) => row.cells[0].textContent.trim();
    const matches = (row) =>
      `${name_of(row)} ${row.dataset.kind || ''}`.toLowerCase().includes(needle);

    function announce(order) {
      const shown = rows.filter((row) => !row.hidden).length;
      state.textContent = `${order}${fill(say.shown, shown, rows.length)}`;
    }

    function order_by(column) {
      const by_name = column === 0;
      const keys = new Map(rows.map((row) =>
        [row, by_name ? name_of(row) : number_in(row.cells[column])]));
      return [...rows].sort((a, b) => {
        const [x, y] = [keys.get(a), keys.get(b)];
        if (x === null || y === null) return (x === null) - (y === null);
        return direction * (by_name ? x.localeCompare(y, document.documentElement.lang) : x - y);
      });
    }

    function sort(head, column) {
      // Numbers begin with the largest, names with the first; the third time restores the order.
      const first = column === 0 ? 1 : -1;
      direction = sorted !== head ? first : direction === first ? -first : 0;
      if (sorted) sorted.removeAttribute('aria-sort');
      sorted = direction ? head : null;
      table.classList.toggle('sorted', direction !== 0);
      if (direction) head.setAttribute('aria-sort', direction > 0 ? 'ascending' : 'descending');
      body.append(...(direction ? order_by(column) : rows));
      const name = head.textContent.trim();
      announce(direction ? fill(direction > 0 ? say.ascending : say.descending, name)
        : say.original);
    }

    const heads = table.tHead.rows[table.tHead.rows.length - 1].cells;
    [...heads].forEach((head, column) => {
      if (head.classList.contains('spark')) return;
      const button = element('button', {type: 'button', class: 'sort'}, ...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => sort(head, column));
    });

    const input = element('input', {type: 'search', autocomplete: 'off'});
    tools.append(element('label', {}, say.filter, ' ', input), state);
    region.before(tools);
    input.addEventListener('input', () => {
      needle = input.value.trim().toLowerCase();
      rows.forEach((row) => {
        row.hidden = !matches(row);
      });
      announce('');
    });
  }

  document.querySelectorAll('table.sortable').forEach(enhance);
})();
