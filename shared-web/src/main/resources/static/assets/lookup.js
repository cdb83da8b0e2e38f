// Fields for the number of an officer: found by number or name while somebody types. What is chosen puts the number in the field,
// and says whose it is. Without this script the number is typed.

import { combobox } from './combobox.js';

for (const lookup of document.querySelectorAll('.register-lookup')) {
  const input = lookup.querySelector('input');

  const list = document.createElement('ul');
  list.id = `${input.id}-found`;
  list.className = 'register-find__list';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Officers found so far');
  list.hidden = true;

  const box = document.createElement('div');
  box.className = 'register-lookup__box';
  input.replaceWith(box);
  box.append(input, list);

  const status = document.createElement('div');
  status.className = 'govuk-visually-hidden';
  status.setAttribute('role', 'status');
  status.setAttribute('aria-live', 'polite');

  const whose = document.createElement('p');
  whose.className = 'govuk-body-s register-lookup__whose';
  lookup.append(status, whose);

  input.setAttribute('spellcheck', 'false');
  input.addEventListener('input', () => {
    whose.textContent = '';
  });

  combobox({
    input,
    list,
    status,
    address: lookup.dataset.suggestions,
    choose: (option) => {
      input.value = option.dataset.number;
      whose.textContent = option.dataset.whose;
      status.textContent = `${option.dataset.number}: ${option.dataset.whose}`;
    },
  });
}
