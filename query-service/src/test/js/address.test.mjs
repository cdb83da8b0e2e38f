import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, atDay, atMostEvery } from '../../main/resources/static/assets/overview/address.js';
import { Timers } from './timers.mjs';

test('what was asked for stays, and the day is another', () => {
  assert.equal(
    addressOf('/overview/numbers', '?unit=cases&force=KENT&force=ESSEX&asAt=2018-06-02', '2019-01-01'),
    '/overview/numbers?unit=cases&force=KENT&force=ESSEX&asAt=2019-01-01');
  assert.equal(addressOf('/', '', '2019-01-01'), '/?asAt=2019-01-01');
});

test('a link to the members of one day leads to those of another', () => {
  assert.equal(
    atDay('/statistics/members?unit=cases&asAt=2018-06-02&knownAt=2020-01-01T00%3A00%3A00Z&by.status=PENDING', '2019-01-01'),
    '/statistics/members?unit=cases&asAt=2019-01-01&knownAt=2020-01-01T00%3A00%3A00Z&by.status=PENDING');
});

test('a link that says no day is left as it is', () => {
  assert.equal(atDay('#area-table', '2019-01-01'), '#area-table');
  assert.equal(atDay('/help?x=1', '2019-01-01'), '/help?x=1');
});

test('what is asked for often is done now and then, with the last', async () => {
  const timers = new Timers();
  const done = [];
  const act = atMostEvery(300, (value) => done.push(value), timers);
  act(1);
  act(2);
  await timers.pass(300);
  act(3);
  await timers.pass(299);
  assert.deepEqual(done, [2]);
  await timers.pass(1);
  assert.deepEqual(done, [2, 3]);
});
