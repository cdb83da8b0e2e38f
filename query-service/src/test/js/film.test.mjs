import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Days } from '../../main/resources/static/assets/overview/days.js';
import { Film } from '../../main/resources/static/assets/overview/film.js';
import { Timers } from './timers.mjs';

/** A browser that draws a frame each 10 ms of the timers. */
class Browser extends Timers {
  #now = 0;

  performance = { now: () => this.#now };

  requestAnimationFrame(step) {
    return this.setTimeout(() => {
      this.#now += 10;
      step(this.#now);
    }, 10);
  }

  cancelAnimationFrame(handle) {
    this.clearTimeout(handle);
  }
}

function setUp({ still = false, from = 0 } = {}) {
  const browser = new Browser();
  const days = new Days('2012-01-01', 3000);
  const state = { day: from, running: [] };
  const film = new Film({
    days,
    at: () => state.day,
    show: (day) => { state.day = days.within(day); },
    still: () => still,
    changed: (running) => state.running.push(running),
    browser,
  });
  return { browser, film, state, days };
}

test('the whole history goes by in half a minute, and it ends at the last day', async () => {
  const { browser, film, state } = setUp();
  film.start();
  await browser.pass(15_000);
  assert.equal(state.day, 1500);
  await browser.pass(15_000);
  assert.equal(state.day, 3000);
  assert.ok(!film.running);
  assert.deepEqual(state.running, [true, false]);
});

test('it goes on from the day shown, and from the first where the last is shown', async () => {
  const { browser, film, state } = setUp({ from: 3000 });
  film.start();
  assert.equal(state.day, 0);
  await browser.pass(1000);
  film.stop();
  assert.equal(state.day, 100);
  film.start();
  await browser.pass(1000);
  assert.equal(state.day, 200);
});

test('once stopped, nothing moves', async () => {
  const { browser, film, state } = setUp();
  film.start();
  await browser.pass(100);
  film.stop();
  film.stop();
  await browser.pass(1000);
  assert.equal(state.day, 10);
  assert.equal(browser.waiting, 0);
  assert.deepEqual(state.running, [true, false]);
});

test('whoever wants no motion sees a quarter of a year at a time', async () => {
  const { browser, film, state, days } = setUp({ still: true });
  film.start();
  await browser.pass(1499);
  assert.equal(state.day, 0);
  await browser.pass(1501);
  assert.equal(days.iso(state.day), '2012-07-01');
  await browser.pass(60_000);
  assert.equal(state.day, 3000);
  assert.ok(!film.running);
});

test('what it shows may stop it', async () => {
  const { browser, film } = setUp();
  film.start();
  browser.setTimeout(() => film.stop(), 55);
  await browser.pass(1000);
  assert.ok(!film.running);
  assert.equal(browser.waiting, 0);
});
