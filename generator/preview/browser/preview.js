// What the preview adds to a page: it is brought up to date when something is saved, and shows what
// the checks say. No published page bears it.
(function () {
  'use strict';

  var script = document.currentScript;
  var folder = script.src.slice(0, script.src.lastIndexOf('/') + 1);
  var shown = script.dataset.mark.split('.');  // server, pages, style
  var isReport = script.dataset.report !== undefined;
  var zh = script.dataset.language === 'zh';
  var memory = 'gongkai-preview';

  var words = zh ? {
    preview: '预览', close: '关闭', errors: '内容有错误', none: '没有错误、警告或提示',
    lastGood: '下面是最近一次没有错误时的页面。改正并保存后，这里会自动消失。',
    nothingGood: '改正并保存后，页面会自动出现。',
    error: '错误', warning: '警告', hint: '提示', help: '怎么改', note: '说明',
    more: '另有未列出的：', copy: '复制位置', copied: '已复制', edit: '用编辑器打开',
    cell: '单元格', choose: '点表中的数字，或在此输入名称', rules: '用到它的规则', noRule: '没有规则用到它',
    ofReport: '本报告的检查结果', ofSite: '全站的检查结果', away: '与预览程序的连接已断开，正在重连',
    notWritten: '文件里没有写这一格', unjudged: '正在检查…'
  } : {
    preview: 'Preview', close: 'Close', errors: 'The content has errors',
    none: 'No errors, warnings or hints',
    lastGood: 'Below is the page as it was when there was no error. Mend what is listed and save: this goes away.',
    nothingGood: 'Mend what is listed and save: the page appears.',
    error: 'errors', warning: 'warnings', hint: 'hints', help: 'help', note: 'note',
    more: 'Not listed here: ', copy: 'Copy place', copied: 'Copied', edit: 'Open in editor',
    cell: 'Cell', choose: 'Click a figure, or type a name', rules: 'Rules that use it',
    noRule: 'No rule uses it', ofReport: 'Checks of this report', ofSite: 'Checks of the site',
    away: 'The preview has gone; trying to reach it again',
    notWritten: 'not written in the file', unjudged: 'checking…'
  };

  // -- small helpers

  function make(tag, className, content) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    (Array.isArray(content) ? content : [content]).forEach(function (child) {
      if (child === undefined || child === null || child === '') return;
      element.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
    });
    return element;
  }

  function button(className, label, action) {
    var element = make('button', className, label);
    element.type = 'button';
    element.addEventListener('click', action);
    return element;
  }

  function read(file) {
    return fetch(folder + file, {cache: 'no-store'}).then(function (response) {
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    });
  }

  function copy(text, from) {
    function done() {
      from.textContent = words.copied;
      setTimeout(function () { from.textContent = words.copy; }, 1500);
    }
    if (navigator.clipboard) {
      navigator.clipboard.writeText(text).then(done, function () {});
      return;
    }
    var area = make('textarea');
    area.value = text;
    document.body.appendChild(area);
    area.select();
    if (document.execCommand('copy')) done();
    area.remove();
  }

  // -- frame: a tree of its own, which no style of the theme reaches

  var host = make('div');
  host.id = 'gongkai-preview';
  var tree = host.attachShadow({mode: 'open'});
  var style = make('link');
  style.rel = 'stylesheet';
  style.href = folder + 'preview.css';
  var pill = button('pill', words.preview, function () { togglePanel(); });
  pill.setAttribute('aria-expanded', 'false');
  pill.setAttribute('aria-controls', 'panel');
  var panel = make('aside', 'panel');
  panel.id = 'panel';
  panel.hidden = true;
  panel.setAttribute('aria-label', words.preview);
  var overlay = make('div', 'overlay');
  overlay.hidden = true;
  overlay.setAttribute('role', 'dialog');
  overlay.setAttribute('aria-modal', 'true');
  overlay.setAttribute('aria-label', words.errors);
  var spoken = make('p', 'spoken');
  spoken.setAttribute('aria-live', 'polite');
  [style, pill, panel, overlay, spoken].forEach(function (part) { tree.appendChild(part); });
  host.lang = zh ? 'zh-CN' : 'en';
  host.style.display = 'none';  // until its own style is there
  style.addEventListener('load', function () { host.style.display = ''; });
  document.body.appendChild(host);

  // -- messages

  function placeLine(place) {
    if (!place) return null;
    var line = make('p', 'place', make('code', '', place.at));
    var copier = button('small', words.copy, function () { copy(place.at, copier); });
    line.appendChild(copier);
    if (place.editor) {
      var link = make('a', 'small', words.edit);
      link.href = place.editor;
      line.appendChild(link);
    }
    return line;
  }

  function sourceLine(place) {
    if (!place || place.source === undefined) return null;
    var end = place.begin + place.length;
    return make('pre', 'source', [
      make('span', 'number', String(place.line)), place.source.slice(0, place.begin),
      make('mark', '', place.source.slice(place.begin, end) || ' '), place.source.slice(end)]);
  }

  function messageItem(message) {
    var item = make('li', 'message ' + message.severity, make('p', 'text', [
      make('strong', 'label', message.label), ' ' + message.text + ' ',
      make('span', 'code', '[' + message.code + ']')]));
    [placeLine(message.place), sourceLine(message.place)].forEach(function (part) {
      if (part) item.appendChild(part);
    });
    message.notes.forEach(function (note) {
      var line = make('p', 'note', words.note + (zh ? '：' : ': ') + note.text);
      if (note.place) line.appendChild(make('span', 'at', ' ' + note.place.at));
      item.appendChild(line);
      var sameLine = note.place && message.place && note.place.file === message.place.file &&
        note.place.line === message.place.line;
      if (!sameLine && sourceLine(note.place)) item.appendChild(sourceLine(note.place));
    });
    if (message.help) {
      item.appendChild(make('p', 'help', words.help + (zh ? '：' : ': ') + message.help));
    }
    return item;
  }

  function countsText(counts) {
    var parts = ['error', 'warning', 'hint'].filter(function (kind) { return counts[kind] > 0; })
      .map(function (kind) {
        return zh ? words[kind] + ' ' + counts[kind] : counts[kind] + ' ' + words[kind];
      });
    return parts.join(zh ? '，' : ', ');
  }

  function messageList(list) {
    if (list.messages.length === 0) return make('p', 'none', words.none);
    var items = make('ul', 'messages', list.messages.map(messageItem));
    return list.more === 0 ? items : make('div', '', [items, make('p', 'none', words.more + list.more)]);
  }

  // -- overlay

  var dismissed = false, focusBefore = null;

  function showOverlay(news, site) {
    var top = overlay.scrollTop;
    overlay.textContent = '';
    var title = make('h2', '', words.errors);
    title.tabIndex = -1;
    overlay.appendChild(make('div', 'sheet', [
      make('div', 'head', [title, button('close', words.close, function () { hideOverlay(true); })]),
      make('p', 'lead', (news.page ? words.lastGood : words.nothingGood)),
      make('p', 'counts', countsText(site.counts)), messageList(site)]));
    if (overlay.hidden) {
      focusBefore = document.activeElement;
      overlay.hidden = false;
      title.focus({preventScroll: true});
    }
    overlay.scrollTop = top;
  }

  function hideOverlay(byHand) {
    dismissed = byHand;
    if (overlay.hidden) return;
    overlay.hidden = true;
    if (byHand) pill.focus();
    else if (focusBefore && focusBefore.focus) focusBefore.focus({preventScroll: true});
  }

  tree.addEventListener('keydown', function (event) {
    if (event.key !== 'Tab' || overlay.hidden) return;
    var stops = Array.prototype.slice.call(overlay.querySelectorAll('button, a[href]'));
    var at = stops.indexOf(tree.activeElement) + (event.shiftKey ? -1 : 1);
    event.preventDefault();
    stops[(at + stops.length) % stops.length].focus();
  });
  document.addEventListener('keydown', function (event) {
    if (event.key !== 'Escape') return;
    if (!overlay.hidden) hideOverlay(true);
    else if (!panel.hidden) togglePanel(false);
  });

  // -- panel

  var report = null, site = null, chosen = null, outlined = null;

  function togglePanel(open) {
    if (open === undefined) open = panel.hidden;
    panel.hidden = !open;
    pill.setAttribute('aria-expanded', String(open));
    if (open) fillPanel();
    else outline(null);
  }

  function outline(element) {
    if (outlined) outlined.style.boxShadow = '';
    outlined = element;
    if (element) element.style.boxShadow = 'inset 0 0 0 3px #c2410c';
  }

  function cellDetail(address) {
    var cell = report.cells[address];
    var detail = make('div', 'cell', [
      make('p', 'value', [make('strong', '', cell.value), cell.origin ? ' · ' + cell.origin : '']),
      make('p', 'name', [cell.label + ' ', make('span', 'code', address)])]);
    if (cell.place && cell.place.line) {
      detail.appendChild(placeLine(cell.place));
      if (sourceLine(cell.place)) detail.appendChild(sourceLine(cell.place));
    } else {
      detail.appendChild(make('p', 'none', words.notWritten));
    }
    detail.appendChild(make('h3', '', cell.rules.length === 0 ? words.noRule : words.rules));
    detail.appendChild(make('ul', 'rules', cell.rules.map(function (number) {
      var rule = report.rules[number];
      return make('li', rule.outcome, [
        make('p', '', [make('strong', 'label', rule.name),
                       ' ' + (rule.year ? rule.year + ' ' : '') + rule.text + ' ',
                       make('span', 'code', '[' + rule.rule + ']')]),
        rule.numbers ? make('p', 'numbers', rule.numbers) : null]);
    })));
    return detail;
  }

  function cellChooser() {
    var input = make('input');
    input.id = 'cell';
    input.setAttribute('list', 'cells');
    input.placeholder = words.choose;
    var options = make('datalist');
    options.id = 'cells';
    Object.keys(report.cells).forEach(function (address) {
      var option = make('option', '', report.cells[address].label);
      option.value = address;
      options.appendChild(option);
    });
    if (chosen) input.value = chosen;
    input.addEventListener('change', function () {
      if (report.cells[input.value]) choose(input.value);
    });
    var label = make('label', '', words.cell);
    label.htmlFor = 'cell';
    return make('p', 'chooser', [label, input, options]);
  }

  function fillPanel() {
    if (panel.hidden) return;
    panel.textContent = '';
    var title = make('h2', '', report ? report.title : words.preview);
    panel.appendChild(make('div', 'head', [
      title, button('close', words.close, function () { togglePanel(false); pill.focus(); })]));
    if (report) {
      report.notices.forEach(function (notice) {
        panel.appendChild(make('p', 'notice', notice));
      });
      panel.appendChild(cellChooser());
      if (chosen && report.cells[chosen]) panel.appendChild(cellDetail(chosen));
      panel.appendChild(make('h3', '', words.ofReport));
      panel.appendChild(messageList(report.messages));
    } else if (site) {
      panel.appendChild(make('h3', '', words.ofSite));
      panel.appendChild(messageList(site));
    }
  }

  function choose(address) {
    chosen = address;
    var element = document.getElementById(address);
    togglePanel(true);
    outline(element);
    panel.scrollTop = 0;
  }

  document.addEventListener('click', function (event) {
    if (!isReport || event.target.closest('a, button, input, summary')) return;
    var cell = event.target.closest('td[id]');
    if (!cell || String(window.getSelection())) return;
    (report ? Promise.resolve() : readReport()).then(function () {
      if (report && report.cells[cell.id]) choose(cell.id);
    });
  });

  function readReport() {
    return read('report.json?address=' + encodeURIComponent(location.pathname)).then(
      function (answer) { report = answer; }, function () { report = null; });
  }

  // -- news

  var news = null;

  function drawPill() {
    var text = words.preview;
    if (news && !news.judged) text += ' · ' + words.unjudged;
    else if (news && countsText(news.counts)) text += ' · ' + countsText(news.counts);
    if (report && report.notices.length) text += ' · ' + report.notices[0].split(/[：:]/)[0];
    pill.textContent = text;
    pill.className = 'pill' + (news && news.broken ? ' broken' : '');
  }

  function readMessages() {
    var wanted = news;
    return Promise.all([read('messages.json'), isReport ? readReport() : null]).then(
      function (answers) {
        if (wanted !== news) return;
        site = answers[0];
        if (news.broken && !dismissed) showOverlay(news, site);
        if (!news.broken) hideOverlay(false);
        fillPanel();
        drawPill();
      }, function () {});
  }

  function exchangeStyles(number) {
    Array.prototype.forEach.call(document.querySelectorAll('link[rel~="stylesheet"]'), function (old) {
      if (old.href.indexOf(location.origin) !== 0) return;
      var fresh = old.cloneNode();
      fresh.href = old.href.split('?')[0] + '?preview=' + number;
      fresh.addEventListener('load', function () { old.remove(); });
      old.parentNode.insertBefore(fresh, old.nextSibling);
    });
  }

  function reload() {
    var open = [];
    Array.prototype.forEach.call(document.querySelectorAll('details'), function (details, i) {
      if (details.open) open.push(i);
    });
    try {
      sessionStorage.setItem(memory, JSON.stringify({
        path: location.pathname, x: window.scrollX, y: window.scrollY, open: open,
        panel: !panel.hidden, cell: chosen}));
    } catch (error) { /* without storage the page begins at its top */ }
    location.reload();
  }

  function restore() {
    var kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(memory));
      sessionStorage.removeItem(memory);
    } catch (error) { /* nothing was kept */ }
    if (!kept || kept.path !== location.pathname) return;
    var all = document.querySelectorAll('details');
    kept.open.forEach(function (i) { if (all[i]) all[i].open = true; });
    function scroll() { window.scrollTo(kept.x, kept.y); }
    scroll();
    window.addEventListener('load', scroll);
    chosen = kept.cell;
    if (kept.panel) togglePanel(true);
    if (chosen && kept.panel) outline(document.getElementById(chosen));
  }

  function receive(text) {
    var next = JSON.parse(text);
    var mark = next.mark.split('.');
    spoken.textContent = '';
    if (mark[0] !== shown[0] || mark[1] !== shown[1]) {
      // A tab that nobody looks at waits until somebody does.
      if (document.hidden) document.addEventListener('visibilitychange', reload, {once: true});
      else reload();
      return;
    }
    if (mark[2] !== shown[2]) exchangeStyles(mark[2]);
    shown = mark;
    var before = news;
    news = next;
    if (!before || before.broken !== news.broken) dismissed = false;
    if (!before || before.messages !== news.messages || before.broken !== news.broken) readMessages();
    drawPill();
  }

  function listen() {
    var stream = new EventSource(folder + 'events');
    stream.onmessage = function (event) { receive(event.data); };
    stream.onerror = function () {
      spoken.textContent = words.away;
      if (stream.readyState !== EventSource.CLOSED) return;
      stream.close();
      setTimeout(listen, 1000);
    };
  }

  restore();
  if (window.SharedWorker) {
    var worker = new SharedWorker(folder + 'worker.js');
    worker.port.onmessage = function (event) { receive(event.data); };
    worker.onerror = function () { worker.port.close(); listen(); };
    window.addEventListener('pagehide', function () { worker.port.postMessage('gone'); });
    // Back from the cache of pages that were left, it is told no more.
    window.addEventListener('pageshow', function (event) { if (event.persisted) location.reload(); });
  } else {
    listen();
  }
})();
