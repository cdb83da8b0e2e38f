// The search box in the header: what is found while somebody types. Enter opens the record that is chosen, or searches for what
// was typed where none is. Without this script it is a form.

import { combobox } from './combobox.js';

const form = document.querySelector('.register-find');

combobox({
  input: form.querySelector('input'),
  list: form.querySelector('[role=listbox]'),
  status: form.querySelector('[role=status]'),
  address: form.dataset.suggestions,
  choose: (option) => location.assign(option.dataset.href),
});
