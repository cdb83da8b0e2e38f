// Small comforts of the forms beside the figures.

/** Leaves empty fields out of the address that a form leads to. */
export function leaveOutEmpty(form) {
  form.addEventListener('submit', () => {
    for (const input of form.elements) {
      input.disabled ||= input.name !== '' && input.value === '' && input.type !== 'submit';
    }
  });
}

/** Where there is little room, the choices are folded away. */
export function foldOnSmallScreens(panel) {
  if (matchMedia('(max-width: 64em)').matches) {
    panel.open = false;
  }
}
