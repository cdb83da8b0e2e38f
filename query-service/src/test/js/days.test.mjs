import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Days } from '../../main/resources/static/assets/overview/days.js';

const days = new Days('2012-01-01', 5000);

test('a day has a number, counted from the first', () => {
  assert.equal(days.of('2012-01-01'), 0);
  assert.equal(days.of('2012-03-01'), 60); // 2012 has a 29 February
  assert.equal(days.iso(60), '2012-03-01');
  assert.ok(Number.isNaN(days.of('no day')));
});

test('every day has its number again, over changes of the clock and leap years', () => {
  for (let day = 0; day <= days.last; day++) {
    assert.equal(days.of(days.iso(day)), day);
  }
});

test('days before the first and after the last are not on the slider', () => {
  assert.equal(days.within(-3), 0);
  assert.equal(days.within(5001), 5000);
  assert.equal(days.within(17), 17);
});

test('a day is read as people write it', () => {
  assert.equal(days.words(days.of('2018-06-02')), '2 June 2018');
});

test('a month on from the 31st is the last day of a shorter month', () => {
  const on = (iso, months) => days.iso(days.monthsOn(days.of(iso), months));
  assert.equal(on('2018-01-31', 1), '2018-02-28');
  assert.equal(on('2016-01-31', 1), '2016-02-29');
  assert.equal(on('2018-03-31', -1), '2018-02-28');
  assert.equal(on('2018-12-02', 1), '2019-01-02');
  assert.equal(on('2018-06-02', 6), '2018-12-02');
});

test('new years are thinned out until there are no more than fit', () => {
  const years = (most) => days.newYears(most).map((day) => days.iso(day));
  assert.deepEqual(years(100).slice(0, 2), ['2013-01-01', '2014-01-01']);
  assert.equal(years(100).length, 13);
  assert.ok(years(4).length <= 4);
  assert.deepEqual(new Days('2018-06-02', 20).newYears(5), [0]);
});
