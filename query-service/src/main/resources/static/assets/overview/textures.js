// What the areas are filled and drawn with, so that each can be told from the others without colour.

const TEXTURES = [
  { line: '#b35806', back: '#fbe3bf', front: '#d98e3b', draw: (c) => { c.moveTo(0, 8); c.lineTo(8, 0); } },
  { line: '#14304f', back: '#41658a', front: null },
  { line: '#28598a', back: '#8db8de', front: '#fff', draw: (c) => { c.arc(4, 4, 1, 0, 7); } },
  { line: '#28708f', back: '#cfe1f0', front: '#28708f', draw: (c) => { c.moveTo(0, 4); c.lineTo(8, 4); } },
  {
    line: '#6f777b', back: '#e9ecef', front: '#6f777b',
    draw: (c) => { c.moveTo(0, 0); c.lineTo(8, 8); c.moveTo(8, 0); c.lineTo(0, 8); },
  },
];
const DASHES = [[], [7, 4], [2, 3], [10, 3, 2, 3], [1, 2]];

/** The colour and the dashes of the line of an area, by its number; after the last they begin anew. */
export function lineOf(at) {
  return { borderColor: TEXTURES[at % TEXTURES.length].line, borderDash: DASHES[at % DASHES.length] };
}

/** The pattern that an area is filled with. */
export function patternOf(at, canvas) {
  const { back, front, draw } = TEXTURES[at % TEXTURES.length];
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const brush = tile.getContext('2d');
  brush.fillStyle = back;
  brush.fillRect(0, 0, 8, 8);
  if (front) {
    brush.strokeStyle = front;
    brush.lineWidth = 1.5;
    brush.beginPath();
    draw(brush);
    brush.stroke();
  }
  return canvas.getContext('2d').createPattern(tile, 'repeat');
}
