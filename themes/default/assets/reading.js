// Text size and contrast as the reader chose them, kept in the browser. This runs before the page is
// painted, so that nothing jumps; the buttons follow when their place is there.
(function () {
  'use strict';

  var root = document.documentElement;
  var names = {text: 'gongkai-text', contrast: 'gongkai-contrast'};

  // A browser may refuse to keep anything: then the choice lasts as long as the page.
  function read(name) {
    try {
      return localStorage.getItem(names[name]) || '';
    } catch (error) {
      return '';
    }
  }

  function choose(name, value) {
    if (value) root.setAttribute('data-' + names[name], value);
    else root.removeAttribute('data-' + names[name]);
    try {
      localStorage.setItem(names[name], value);
    } catch (error) {
      return;
    }
  }

  function chosen(name) {
    return root.getAttribute('data-' + names[name]) || '';
  }

  function add_button(place, text, name, value, toggles) {
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.onclick = function () {
      choose(name, toggles && chosen(name) ? '' : value);
      place.dispatchEvent(new Event('gongkai-reading'));
    };
    place.addEventListener('gongkai-reading', function () {
      button.setAttribute('aria-pressed', String(chosen(name) === value));
    });
    place.appendChild(button);
  }

  Object.keys(names).forEach(function (name) {
    var value = read(name);
    if (value) choose(name, value);
  });

  document.addEventListener('DOMContentLoaded', function () {
    var place = document.querySelector('.gongkai .reading');
    if (!place) return;
    var words = place.dataset;
    place.setAttribute('role', 'region');
    place.setAttribute('aria-label', words.label);
    add_button(place, words['text-1'], 'text', '', false);
    add_button(place, words['text-2'], 'text', '2', false);
    add_button(place, words['text-3'], 'text', '3', false);
    add_button(place, words.contrast, 'contrast', 'on', true);
    place.dispatchEvent(new Event('gongkai-reading'));
  });
})();
