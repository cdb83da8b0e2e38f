import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Freshness, PATIENCE, staleness } from '../../main/resources/static/assets/overview/freshness.js';
import { Timers } from './timers.mjs';

function setUp() {
  const timers = new Timers();
  const shown = [];
  const rightAgain = [];
  const show = (stale, isRightAgain) => {
    shown.push(stale?.notice ?? null);
    rightAgain.push(isRightAgain);
  };
  const freshness = new Freshness({ words: (day) => `day ${day}`, show, timers });
  return { timers, shown, rightAgain, freshness };
}

const FAILED = 'The figures for day 2 could not be loaded. You still see those for day 1. Trying again.';
const LOADING = 'Loading the figures for day 2. You still see those for day 1.';

test('figures of the day chosen are not stale, whatever failed', () => {
  assert.equal(staleness('2 June 2018', '2 June 2018', true), null);
});

test('a failure is said at once, with both days, and taken back once the figures are there', () => {
  const { shown, freshness } = setUp();
  freshness.update(2, 1, true);
  freshness.update(2, 2, false);
  assert.deepEqual(shown, [FAILED, null]);
});

test('figures are right again after a failure, also where they were being loaded once more in between', () => {
  const { shown, rightAgain, freshness } = setUp();
  freshness.update(2, 1, true);
  freshness.update(2, 1, false);
  freshness.update(2, 2, false);
  assert.deepEqual(shown, [FAILED, LOADING, null]);
  assert.deepEqual(rightAgain, [false, false, true]);
});

test('figures that were only long in coming are not said to be right again', async () => {
  const { timers, shown, rightAgain, freshness } = setUp();
  freshness.update(2, 1, true);
  freshness.update(2, 2, false);
  freshness.update(3, 2, false);
  await timers.pass(PATIENCE);
  freshness.update(3, 3, false);
  assert.deepEqual(shown, [FAILED, null, 'Loading the figures for day 3. You still see those for day 2.', null]);
  assert.deepEqual(rightAgain, [false, true, false, false]);
});

test('choosing the day of the figures again makes them right', () => {
  const { shown, freshness } = setUp();
  freshness.update(2, 1, true);
  freshness.update(1, 1, true);
  assert.deepEqual(shown, [FAILED, null]);
});

test('figures that keep up a little behind the hand are not spoken of', async () => {
  const { timers, shown, freshness } = setUp();
  for (let day = 1; day < 100; day++) {
    freshness.update(day + 1, day, false);
    await timers.pass(PATIENCE / 2);
  }
  assert.deepEqual(shown, []);
});

test('figures that do not come for a while are said to be loading, however the hand moves', async () => {
  const { timers, shown, freshness } = setUp();
  freshness.update(1, 1, false);
  for (let day = 5; day > 2; day--) {
    freshness.update(day, 1, false);
    await timers.pass(PATIENCE / 4);
  }
  freshness.update(2, 1, false);
  await timers.pass(PATIENCE);
  assert.deepEqual(shown, [LOADING]);
  freshness.update(2, 2, false);
  assert.deepEqual(shown, [LOADING, null]);
});

test('what is being loaded may fail', async () => {
  const { timers, shown, freshness } = setUp();
  freshness.update(2, 1, false);
  await timers.pass(PATIENCE);
  freshness.update(2, 1, true);
  assert.deepEqual(shown, [LOADING, FAILED]);
});

test('the same is not said twice', () => {
  const { shown, freshness } = setUp();
  freshness.update(2, 1, true);
  freshness.update(2, 1, true);
  assert.deepEqual(shown, [FAILED]);
});
