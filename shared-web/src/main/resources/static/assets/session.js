// Warns before the session ends, on every page, and keeps it alive when asked to.

import { watch } from './session/watch.js';
import { inWords } from './session/words.js';

const dialog = document.getElementById('session-end');
const { session } = dialog.dataset;

async function ask(options) {
  const answer = await fetch(session, { cache: 'no-store', headers: { Accept: 'application/json' }, ...options });
  if (answer.status === 401) {
    return { secondsLeft: 0, secondsAtMost: 0, warning: 0 };
  }
  if (!answer.ok) {
    throw new Error(`The session's end is not known: ${answer.status}`);
  }
  return answer.json();
}

function stay() {
  const token = document.querySelector('meta[name="form-token"]').content;
  const header = document.querySelector('meta[name="form-header"]').content;
  return ask({ method: 'POST', headers: { Accept: 'application/json', [header]: token } });
}

const TITLES = { ended: 'You have been signed out' };
const usualTitle = document.getElementById('session-end-title').textContent;
let shown = null;

function show(state, secondsLeft) {
  if (state === null) {
    shown = null;
    dialog.close();
    return;
  }
  for (const left of dialog.querySelectorAll('[data-left]')) {
    left.textContent = inWords(secondsLeft);
  }
  if (state === shown) {
    return;
  }
  shown = state;
  document.getElementById('session-end-title').textContent = TITLES[state] ?? usualTitle;
  for (const part of dialog.querySelectorAll('[data-while]')) {
    part.hidden = part.dataset.while !== state;
  }
  if (!dialog.open) {
    dialog.showModal();
  }
  const title = document.getElementById('session-end-title').textContent;
  dialog.querySelector('[data-said]').textContent = state === 'ended' ? title : `${title}, in ${inWords(secondsLeft)}`;
}

const watched = watch({ ask: () => ask(), stay, show });

dialog.querySelector('[data-stay]').addEventListener('click', () => watched.stay());
for (const close of dialog.querySelectorAll('[data-close]')) {
  close.addEventListener('click', () => {
    watched.dismiss();
    dialog.close();
  });
}
// Escape means to stay
dialog.addEventListener('cancel', (event) => {
  event.preventDefault();
  if (shown === 'warned') {
    watched.stay();
  } else {
    watched.dismiss();
    dialog.close();
  }
});
// A page that comes back from the browser's memory, or a tab that was hidden, knows nothing of what went on elsewhere
window.addEventListener('pageshow', (event) => event.persisted && watched.look());
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && watched.look());

watched.look();
