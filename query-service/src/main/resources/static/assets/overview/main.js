// The overview while the days go by: a slider, keys or the film choose the day, the server counts it, and the numbers and
// lengths on the page are changed; once the days stand still the server draws its figures anew, with their links, and the
// address follows. Where the server fails, the figures are marked as those of their own day until they are those of the day
// chosen. Without this script the forms of the page do the same a page at a time.

import { addressOf, atDay, atMostEvery } from './address.js';
import { answerTo, NotForThisPage } from './answers.js';
import { Areas } from './areas.js';
import { Days } from './days.js';
import { Figures } from './figures.js';
import { Film } from './film.js';
import { foldOnSmallScreens, leaveOutEmpty } from './forms.js';
import { Freshness } from './freshness.js';
import { listenToKeys } from './keyboard.js';
import { Latest, Order } from './latest.js';

const SETTLED = 250;
const ADDRESS_PAUSE = 300;

const element = (id) => document.getElementById(id);
const dial = element('dial');
const slider = element('slider');
const asAt = element('asAt');
const spoken = element('spoken');
const days = new Days(dial.dataset.first, Number(slider.max));

let shown = days.of(dial.dataset.asat); // the day chosen
let drawn = shown; // the day of the numbers
let linked = shown; // the day of their links

// --- The figures of a day

const figures = new Figures();
const order = new Order();
const numbers = new Latest({
  ask: (day) => ask('/overview/numbers', day, 'application/json', (answer) => answer.json()),
  take: moveTo,
  order,
  isCurrent: (day) => day === shown,
  changed: failureChanged,
});
const whole = new Latest({
  ask: (day) => ask('/overview/figures', day, 'text/html', (answer) => answer.text()),
  take: drawAnew,
  order,
  isCurrent: (day) => day === shown,
  changed: failureChanged,
});
const freshness = new Freshness({ words: (day) => days.words(day), show: sayStale });
let settling = null;

async function ask(path, day, accept, read) {
  try {
    return await read(await answerTo(addressOf(path, location.search, days.iso(day)), accept));
  } catch (e) {
    if (e instanceof NotForThisPage) {
      location.assign(addressOf('/', location.search, days.iso(day))); // signed out meanwhile, or worse: the page itself says so
    }
    throw e;
  }
}

function moveTo(moved, day) {
  if (!figures.move(moved)) {
    settle(0); // other rows: drawn anew at once
    return false;
  }
  drawn = day;
  checkFreshness();
  return true;
}

function drawAnew(html, day) {
  figures.draw(html);
  drawn = day;
  linked = day;
  dial.dataset.settled = days.iso(day);
  if (day === shown) {
    numbers.settle();
  }
  checkFreshness();
  return true;
}

function settle(wait = SETTLED) {
  clearTimeout(settling);
  settling = setTimeout(() => whole.want(shown), wait);
}

// --- Figures of another day than the one chosen

function failureChanged() {
  if (numbers.failing || whole.failing) {
    film.stop();
  }
  checkFreshness();
}

function checkFreshness() {
  freshness.update(shown, drawn, numbers.failing || whole.failing);
}

function sayStale(stale, isRightAgain) {
  figures.mark(stale?.mark ?? null);
  element('stale').hidden = stale === null;
  element('stale-again').hidden = !stale?.failing;
  element('stale-text').textContent = stale?.notice ?? '';
  if (isRightAgain) {
    spoken.textContent = `The figures are those of the day chosen again. ${figures.sentence}`;
  }
}

function again() {
  numbers.retry();
  whole.retry();
}

/** A link that was drawn for another day than its number is shown for leads to that day all the same. */
function leadToTheDayDrawn(event) {
  const link = drawn === linked ? null : event.target.closest('a[href]');
  if (link) {
    link.setAttribute('href', atDay(link.getAttribute('href'), days.iso(drawn)));
  }
}

// --- The day chosen

const follow = atMostEvery(ADDRESS_PAUSE, (day) =>
  history.replaceState(null, '', addressOf(location.pathname, location.search, days.iso(day))));

function show(day) {
  const wanted = days.within(day);
  if (wanted === shown || Number.isNaN(wanted)) {
    return;
  }
  shown = wanted;
  slider.value = shown;
  asAt.value = days.iso(shown);
  element('choices-asAt').value = asAt.value;
  slider.setAttribute('aria-valuetext', days.words(shown));
  areas.mark(shown);
  checkFreshness();
  numbers.want(shown);
  settle();
  follow(shown);
}

/** As a hand does, which stops the film. */
function choose(day) {
  film.stop();
  show(day);
}

const film = new Film({
  days,
  at: () => shown,
  show,
  still: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  changed: (running) => {
    element('play').setAttribute('aria-pressed', String(running));
    element('play-sign').textContent = running ? '❚❚' : '▶';
    element('play-word').textContent = running ? 'Pause' : 'Play';
    if (!running) {
      spoken.textContent = figures.sentence;
    }
  },
});
const areas = new Areas({ canvas: element('area'), days, day: shown, choose });

slider.setAttribute('aria-valuetext', days.words(shown));
slider.addEventListener('input', () => choose(Number(slider.value)));
slider.addEventListener('change', () => { spoken.textContent = figures.sentence; });
listenToKeys(slider, (months) => choose(days.monthsOn(shown, months)));
asAt.addEventListener('change', () => { if (asAt.value) { choose(days.of(asAt.value)); } });
element('back').addEventListener('click', () => choose(days.monthsOn(shown, -1)));
element('forward').addEventListener('click', () => choose(days.monthsOn(shown, 1)));
element('play').addEventListener('click', () => (film.running ? film.stop() : film.start()));
element('stale-again').addEventListener('click', again);
addEventListener('online', again);
for (const part of figures.parts) {
  part.addEventListener('focusin', () => film.stop()); // what is being read must not be taken away
  for (const event of ['pointerdown', 'focusin', 'click']) {
    part.addEventListener(event, leadToTheDayDrawn, { capture: true });
  }
}
foldOnSmallScreens(element('panel'));
leaveOutEmpty(element('choices'));
leaveOutEmpty(element('times'));
