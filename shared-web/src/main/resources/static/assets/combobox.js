// A text box with a list of what is found while somebody types, which the arrow keys go through (the ARIA combobox pattern).
//
//   combobox({ input, list, status, address, choose })
//     input    the text box; it stays one where this script does not run
//     list     the element that becomes the listbox
//     status   a live region in which it is said how many are found
//     address  where options are found, as a part of a page with elements of the role option; q is added
//     choose   what to do with the option that somebody presses Enter or the mouse on

const PAUSE = 150;
const SHORTEST = 2;

export function combobox({ input, list, status, address, choose }) {
  let asked = '';
  let waiting;
  let request;

  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  const options = () => [...list.querySelectorAll('[role=option]')];
  const marked = () => list.querySelector('[aria-selected=true]');

  function mark(option) {
    marked()?.setAttribute('aria-selected', 'false');
    if (option) {
      option.setAttribute('aria-selected', 'true');
      option.scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', option.id);
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  function show(shown) {
    list.hidden = !shown;
    input.setAttribute('aria-expanded', String(shown));
    if (!shown) {
      mark(null);
    }
  }

  function say(count) {
    status.textContent = count === 0 ? 'Nothing found so far' : `${count} found so far. Use the up and down arrows`;
  }

  function take(option) {
    clearTimeout(waiting);
    request?.abort();
    choose(option);
    list.replaceChildren();
    show(false);
  }

  async function ask(text) {
    request?.abort();
    request = new AbortController();
    try {
      const answer = await fetch(`${address}?q=${encodeURIComponent(text)}`, {
        signal: request.signal,
        headers: { Accept: 'text/html' },
      });
      if (!answer.ok || answer.redirected || text !== asked) {
        return;
      }
      const part = new DOMParser().parseFromString(await answer.text(), 'text/html');
      list.replaceChildren(...part.querySelectorAll('[role=option]'));
      show(list.children.length > 0 && document.activeElement === input);
      say(list.children.length);
    } catch (error) {
      if (error.name !== 'AbortError') {
        show(false);
      }
    }
  }

  input.addEventListener('input', () => {
    asked = input.value.trim();
    clearTimeout(waiting);
    if (asked.length < SHORTEST) {
      request?.abort();
      list.replaceChildren();
      show(false);
      return;
    }
    waiting = setTimeout(ask, PAUSE, asked);
  });

  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      show(false);
    } else if (event.key === 'Enter' && marked()) {
      event.preventDefault();
      take(marked());
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && list.children.length > 0) {
      event.preventDefault();
      show(true);
      const all = options();
      const at = all.indexOf(marked());
      const next = event.key === 'ArrowDown' ? at + 1 : (at < 0 ? all.length : at) - 1;
      mark(all[next] ?? null);
    }
  });

  input.addEventListener('blur', () => show(false));

  // Before the click takes the focus from the box, which would hide what is clicked
  list.addEventListener('mousedown', (event) => {
    const option = event.target.closest('[role=option]');
    if (option && event.button === 0) {
      event.preventDefault();
      take(option);
    }
  });
}
