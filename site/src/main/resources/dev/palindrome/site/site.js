'use strict';

document.querySelectorAll('pre code[class^="language-"]').forEach((code) => {
  const language = code.className.replace('language-', '');
  // What is an output, or a language that is not known here, keeps its one colour.
  if (hljs.getLanguage(language)) {
    hljs.highlightElement(code);
  }
});

// The page's own place in a list that is longer than the window.
const menu = document.getElementById('menu');
menu.scrollTop = Math.max(0, menu.querySelector('[aria-current]').offsetTop - 120);

(() => {
  const root = document.body.dataset.root;
  const field = document.querySelector('input[type="search"]');
  const found = document.getElementById('found');
  let index;

  // Both are loaded when somebody first wants to search: pages that are only read do not need them.
  const load = (file) => new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = root + 'assets/' + file;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  const ready = () => {
    index ??= Promise.all([load('lunr.js'), load('index.js')]).then(() => lunr(function () {
      this.ref('id');
      this.field('page', { boost: 5 });
      this.field('heading', { boost: 10 });
      this.field('text');
      // Names such as palindrome.url are found as a whole and by their parts.
      this.tokenizer = (text) => lunr.tokenizer(text).flatMap((token) => {
        const parts = token.toString().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
        return parts.length > 1 ? [token, ...parts.map((part) => token.clone(() => part))] : [token];
      });
      window.siteSections.forEach((section, id) => this.add({ id, ...section }));
    }));
    return index;
  };

  const search = (built, words) => built.query((query) => {
    words.forEach((word) => {
      const term = word.toLowerCase();
      query.term(term, { boost: 10 });
      query.term(term, { wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false });
    });
  });

  const excerpt = (text, words) => {
    const at = Math.max(0, ...words.map((word) => text.toLowerCase().indexOf(word.toLowerCase())));
    const from = Math.max(0, at - 50);
    return (from > 0 ? '… ' : '') + text.slice(from, from + 150) + (from + 150 < text.length ? ' …' : '');
  };

  const element = (tag, text) => {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
  };

  const show = async () => {
    const asked = field.value;
    const words = asked.split(/\s+/).map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')).filter(Boolean);
    if (words.length === 0) {
      found.hidden = true;
      return;
    }
    const built = await ready();
    if (asked !== field.value) {
      return;
    }
    const sections = search(built, words).map((result) => window.siteSections[result.ref]);
    // Those that have all words come first.
    const all = (section) => words.every(
      (word) => (section.page + ' ' + section.heading + ' ' + section.text).toLowerCase().includes(word.toLowerCase()));
    const ordered = [...sections.filter(all), ...sections.filter((section) => !all(section))].slice(0, 12);
    found.replaceChildren(...ordered.map((section) => {
      const link = element('a', '');
      link.href = root + section.address;
      link.append(element('b', section.heading));
      link.append(element('span', (section.heading === section.page ? '' : section.page + ' · ')
        + excerpt(section.text, words)));
      return link;
    }));
    if (ordered.length === 0) {
      found.replaceChildren(element('p', 'Nothing is found.'));
    }
    found.hidden = false;
  };

  field.addEventListener('focus', ready);
  field.addEventListener('input', show);
  field.form.addEventListener('submit', (event) => {
    event.preventDefault();
    found.querySelector('a')?.click();
  });
  found.addEventListener('click', () => { found.hidden = true; });
  document.addEventListener('click', (event) => {
    if (!field.form.contains(event.target)) {
      found.hidden = true;
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && document.activeElement !== field) {
      event.preventDefault();
      field.focus();
    } else if (event.key === 'Escape') {
      found.hidden = true;
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && field.form.contains(document.activeElement)) {
      const links = [field, ...found.querySelectorAll('a')];
      const next = links[links.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1)];
      if (next) {
        event.preventDefault();
        next.focus();
      }
    }
  });
})();
