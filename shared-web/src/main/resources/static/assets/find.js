// The search box in the header as a combobox: what is found while somebody types, in a list that the arrow keys go through.
// Enter opens the record that is chosen, or searches for what was typed where none is. Without this script it is a form.

const PAUSE = 150;
const SHORTEST = 2;

const form = document.querySelector('.register-find');
const input = form.querySelector('input');
const list = form.querySelector('[role=listbox]');
const status = form.querySelector('[role=status]');

let asked = '';
let waiting;
let request;

input.setAttribute('role', 'combobox');
input.setAttribute('aria-autocomplete', 'list');
input.setAttribute('aria-controls', list.id);
input.setAttribute('aria-expanded', 'false');

const options = () => [...list.querySelectorAll('[role=option]')];
const chosen = () => list.querySelector('[aria-selected=true]');

function choose(option) {
  chosen()?.setAttribute('aria-selected', 'false');
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
    choose(null);
  }
}

function say(count) {
  status.textContent = count === 0 ? 'Nothing found so far' : `${count} found so far. Use the up and down arrows`;
}

async function ask(text) {
  request?.abort();
  request = new AbortController();
  try {
    const address = `${form.dataset.suggestions}?q=${encodeURIComponent(text)}`;
    const answer = await fetch(address, { signal: request.signal, headers: { Accept: 'text/html' } });
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
  } else if (event.key === 'Enter' && chosen()) {
    event.preventDefault();
    location.assign(chosen().dataset.href);
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && list.children.length > 0) {
    event.preventDefault();
    show(true);
    const all = options();
    const at = all.indexOf(chosen());
    const next = event.key === 'ArrowDown' ? at + 1 : (at < 0 ? all.length : at) - 1;
    choose(all[next] ?? null);
  }
});

input.addEventListener('blur', () => show(false));

// Before the click takes the focus from the box, which would hide what is clicked
list.addEventListener('mousedown', (event) => {
  const option = event.target.closest('[role=option]');
  if (option && event.button === 0) {
    event.preventDefault();
    location.assign(option.dataset.href);
  }
});
