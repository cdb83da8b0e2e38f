import assert from 'node:assert/strict';
import { test } from 'node:test';
import { highest, stacked } from '../../main/resources/static/assets/overview/area-labels.js';

const AREA = { left: 0, right: 500 };
const point = (x, top, bottom) => ({ x, top, bottom });

test('a name stands where its area is highest', () => {
  assert.equal(highest([point(100, 50, 90), point(200, 20, 90), point(300, 40, 90)], 80, AREA).x, 200);
});

test('it stands only where it fits between left and right', () => {
  assert.equal(highest([point(20, 0, 90), point(250, 60, 90), point(490, 0, 90)], 80, AREA).x, 250);
  assert.equal(highest([point(20, 0, 90)], 80, AREA), null);
});

test('an area too low for a name has none', () => {
  assert.equal(highest([point(250, 75, 90)], 80, AREA), null);
  assert.equal(highest([], 80, AREA), null);
});

test('areas stand one upon the other', () => {
  const pixels = { getPixelForValue: (value) => value * 10 };
  const sets = [{ data: [{ x: 0, y: 2 }, { x: 1, y: 3 }] }, { data: [{ x: 0, y: 5 }, { x: 1, y: 1 }] }];
  assert.deepEqual(stacked(sets, pixels, pixels), [
    [{ x: 0, bottom: 0, top: 20 }, { x: 10, bottom: 0, top: 30 }],
    [{ x: 0, bottom: 20, top: 70 }, { x: 10, bottom: 30, top: 40 }],
  ]);
  assert.deepEqual(stacked([], pixels, pixels), []);
});
