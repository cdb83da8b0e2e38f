// The overview while the days go by: a slider, keys or the film choose the day, the server counts it, and the numbers and
// lengths on the page are changed; once the days stand still the server draws its figures anew, with their links, and the
// address follows. Without this script the forms of the page do the same a page at a time.

const DAY = 86_400_000;
const IN_FLIGHT = 3;
const FILM_SECONDS = 30;
const UNHURRIED = 1500;
const SETTLED = 250;

const dial = document.getElementById('dial');
const slider = document.getElementById('slider');
const asAt = document.getElementById('asAt');
const said = document.getElementById('said');
const spoken = document.getElementById('spoken');
const parts = ['big', 'charts'].map((id) => document.getElementById(id));
const play = document.getElementById('play');
const first = Date.parse(dial.dataset.first);
const last = Number(slider.max);
const stillness = matchMedia('(prefers-reduced-motion: reduce)');

const isoOf = (day) => new Date(first + day * DAY).toISOString().slice(0, 10);
const dayOf = (iso) => Math.round((Date.parse(iso) - first) / DAY);
const within = (day) => Math.min(last, Math.max(0, day));

let shown = dayOf(dial.dataset.asat);

// --- The numbers of a day. Several days are asked for at once, so that a slow line does not slow the hand; an answer that is
// older than what is shown is thrown away.

let asked = 0;
let drawn = 0;
let redrawn = 0;
let waiting = null;
let underway = 0;
let places = [];
let lengths = [];
let settling = null;

function addressOf(path, day) {
  const parameters = new URLSearchParams(location.search);
  parameters.set('asAt', isoOf(day));
  return `${path}?${parameters}`;
}

function findPlaces() {
  places = parts.flatMap((part) => [...part.querySelectorAll('[data-text]')]);
  lengths = parts.flatMap((part) => [...part.querySelectorAll('.register-length')]);
}

async function answerTo(path, day, accept) {
  const answer = await fetch(addressOf(path, day), { headers: { Accept: accept } });
  if (answer.redirected || !answer.ok) {
    location.assign(addressOf('/', day)); // signed out meanwhile, or worse: the page itself says so
    throw new Error(`${path} answered ${answer.status}`);
  }
  return answer;
}

async function ask(day) {
  if (underway >= IN_FLIGHT) {
    waiting = day;
    return;
  }
  const number = ++asked;
  underway++;
  try {
    const moved = await (await answerTo('/overview/numbers', day, 'application/json')).json();
    if (number > drawn) {
      drawn = number;
      move(moved);
    }
  } finally {
    underway--;
    if (waiting !== null) {
      const next = waiting;
      waiting = null;
      ask(next);
    }
  }
}

function move({ sentence, shape, texts, lengths: xs }) {
  if (shape !== dial.dataset.shape || texts.length !== places.length) {
    settle(0); // other rows: drawn anew at once
    return;
  }
  said.textContent = sentence;
  texts.forEach((text, i) => {
    if (places[i].textContent !== text) {
      places[i].textContent = text;
    }
  });
  lengths.forEach((rectangle, i) => {
    rectangle.setAttribute('x', xs[2 * i]);
    rectangle.setAttribute('width', xs[2 * i + 1]);
  });
  dial.dataset.redrawn = ++redrawn;
}

// --- The whole of the figures, links and all, once the days stand still

function settle(wait = SETTLED) {
  clearTimeout(settling);
  settling = setTimeout(async () => {
    const day = shown;
    const html = await (await answerTo('/overview/figures', day, 'text/html')).text();
    if (day === shown) {
      drawn = asked;
      draw(html);
    }
  }, wait);
}

function draw(html) {
  const tray = document.createElement('template');
  tray.innerHTML = html;
  const whole = tray.content.firstElementChild;
  for (const part of parts) {
    const scrolled = new Map([...part.querySelectorAll('[data-scroll]')].map((each) => [each.dataset.scroll, each.scrollTop]));
    const focused = part.contains(document.activeElement) ? document.activeElement.dataset.scroll : null;
    part.replaceChildren(whole.querySelector(`[data-part="${part.id}"]`));
    for (const each of part.querySelectorAll('[data-scroll]')) {
      each.scrollTop = scrolled.get(each.dataset.scroll) ?? 0;
      if (each.dataset.scroll === focused) {
        each.focus({ preventScroll: true });
      }
    }
  }
  said.textContent = whole.dataset.sentence;
  dial.dataset.shape = whole.dataset.shape;
  findPlaces();
  dial.dataset.settled = isoOf(shown);
}

// --- The address, not more often than browsers allow

let addressDue = null;

function follow() {
  addressDue ??= setTimeout(() => {
    addressDue = null;
    history.replaceState(null, '', addressOf(location.pathname, shown));
  }, 300);
}

function show(day) {
  const wanted = within(day);
  if (wanted === shown) {
    return;
  }
  shown = wanted;
  slider.value = shown;
  asAt.value = isoOf(shown);
  document.getElementById('choices-asAt').value = asAt.value;
  tell();
  ask(shown);
  settle();
  mark();
  follow();
}

function tell() {
  slider.setAttribute('aria-valuetext',
    new Date(first + shown * DAY).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }));
}

/** The same day of another month, or its last. */
function monthsOn(day, months) {
  const date = new Date(first + day * DAY);
  const there = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const end = new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + 1, 0)).getUTCDate();
  there.setUTCDate(Math.min(date.getUTCDate(), end));
  return Math.round((there - first) / DAY);
}

slider.addEventListener('input', () => { stop(); show(Number(slider.value)); });
slider.addEventListener('change', () => { spoken.textContent = said.textContent; });
slider.addEventListener('keydown', (event) => {
  const months = { PageUp: 1, PageDown: -1 }[event.key];
  if (months) {
    event.preventDefault();
    stop();
    show(monthsOn(shown, months));
  }
});
asAt.addEventListener('change', () => { if (asAt.value) { stop(); show(dayOf(asAt.value)); } });
document.getElementById('back').addEventListener('click', () => { stop(); show(monthsOn(shown, -1)); });
document.getElementById('forward').addEventListener('click', () => { stop(); show(monthsOn(shown, 1)); });

// --- The film: the whole history in half a minute; for whoever wants no motion, a quarter at a time

let film = null;

function start() {
  if (shown >= last) {
    show(0);
  }
  const from = shown;
  const began = performance.now();
  const perMillisecond = last / (FILM_SECONDS * 1000);
  const step = (now) => {
    show(Math.floor(from + (now - began) * perMillisecond));
    film = shown < last ? requestAnimationFrame(step) : null;
    label();
  };
  const leap = () => {
    show(monthsOn(shown, 3));
    film = shown < last ? setTimeout(leap, UNHURRIED) : null;
    label();
  };
  film = stillness.matches ? setTimeout(leap, UNHURRIED) : requestAnimationFrame(step);
  label();
}

function stop() {
  if (film !== null) {
    cancelAnimationFrame(film);
    clearTimeout(film);
    film = null;
    spoken.textContent = said.textContent;
    label();
  }
}

function label() {
  play.setAttribute('aria-pressed', String(film !== null));
  document.getElementById('play-sign').textContent = film === null ? '▶' : '❚❚';
  document.getElementById('play-word').textContent = film === null ? 'Play' : 'Pause';
}

play.addEventListener('click', () => (film === null ? start() : stop()));
parts.forEach((part) => part.addEventListener('focusin', stop)); // what is being read must not be taken away

// --- The areas over time, with the day shown as a line

const canvas = document.getElementById('area');
const past = JSON.parse(canvas.dataset.history);
const TEXTURES = [
  { line: '#b35806', back: '#fbe3bf', front: '#d98e3b', draw: (c) => { c.moveTo(0, 8); c.lineTo(8, 0); } },
  { line: '#14304f', back: '#41658a', front: null },
  { line: '#28598a', back: '#8db8de', front: '#fff', draw: (c) => { c.arc(4, 4, 1, 0, 7); } },
  { line: '#28708f', back: '#cfe1f0', front: '#28708f', draw: (c) => { c.moveTo(0, 4); c.lineTo(8, 4); } },
  { line: '#6f777b', back: '#e9ecef', front: '#6f777b', draw: (c) => { c.moveTo(0, 0); c.lineTo(8, 8); c.moveTo(8, 0); c.lineTo(0, 8); } },
];
const DASHES = [[], [7, 4], [2, 3], [10, 3, 2, 3], [1, 2]];

function texture(at) {
  const { back, front, draw: stroke } = TEXTURES[at % TEXTURES.length];
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const brush = tile.getContext('2d');
  brush.fillStyle = back;
  brush.fillRect(0, 0, 8, 8);
  if (front) {
    brush.strokeStyle = front;
    brush.lineWidth = 1.5;
    brush.beginPath();
    stroke(brush);
    brush.stroke();
  }
  return canvas.getContext('2d').createPattern(tile, 'repeat');
}

const days = past.days.map(dayOf);
const font = { family: 'Arial, "Liberation Sans", sans-serif', size: 14 };

/** Names each area where it is highest. */
const labels = {
  id: 'labels',
  afterDatasetsDraw(chart) {
    const { ctx: brush, scales: { x, y }, chartArea: area } = chart;
    brush.save();
    brush.font = `bold ${font.size}px ${font.family}`;
    brush.textBaseline = 'middle';
    chart.data.datasets.forEach((set, at) => {
      const below = (i) => chart.data.datasets.slice(0, at).reduce((sum, each) => sum + each.data[i].y, 0);
      const height = (i) => y.getPixelForValue(below(i)) - y.getPixelForValue(below(i) + set.data[i].y);
      const width = brush.measureText(set.label).width;
      let best = -1;
      set.data.forEach((point, i) => {
        const px = x.getPixelForValue(point.x);
        if (px - width / 2 > area.left + 8 && px + width / 2 < area.right - 8 && (best < 0 || height(i) > height(best))) {
          best = i;
        }
      });
      if (best >= 0 && height(best) > 20) {
        const px = x.getPixelForValue(set.data[best].x);
        const py = y.getPixelForValue(below(best) + set.data[best].y / 2);
        brush.fillStyle = '#fff';
        brush.fillRect(px - width / 2 - 6, py - 11, width + 12, 22);
        brush.fillStyle = '#0b0c0c';
        brush.textAlign = 'center';
        brush.fillText(set.label, px, py);
      }
    });
    brush.restore();
  },
};

const chart = new Chart(canvas, {
  type: 'line',
  plugins: [labels],
  data: {
    datasets: past.lines.map((line, at) => ({
      label: line.label,
      data: line.counts.map((count, i) => ({ x: days[i], y: count })),
      fill: at === 0 ? 'origin' : '-1',
      backgroundColor: texture(at),
      borderColor: TEXTURES[at % TEXTURES.length].line,
      borderDash: DASHES[at % DASHES.length],
      borderWidth: 2,
      pointRadius: 0,
      pointHitRadius: 12,
      stepped: false,
    })),
  },
  options: {
    animation: false,
    responsive: true,
    onResize: () => requestAnimationFrame(mark),
    maintainAspectRatio: false,
    layout: { padding: { top: 8 } },
    interaction: { mode: 'index', intersect: false },
    onClick: (event) => { stop(); show(Math.round(chart.scales.x.getValueForPixel(event.x))); },
    scales: {
      x: {
        type: 'linear', min: 0, max: Math.max(last, 1), grid: { display: false },
        afterBuildTicks: (axis) => { axis.ticks = newYears(axis.width); },
        ticks: { font, color: '#505a5f', maxRotation: 0, callback: (day) => new Date(first + day * DAY).getUTCFullYear() },
      },
      y: {
        stacked: true, beginAtZero: true, border: { display: false }, grid: { color: '#e3e6e8' },
        ticks: { font, color: '#505a5f', precision: 0, maxTicksLimit: 6, callback: (count) => count.toLocaleString('en-GB') },
      },
    },
    plugins: {
      legend: { display: false },
      tooltip: {
        bodyFont: font, titleFont: { ...font, weight: 'bold' }, displayColors: false,
        callbacks: {
          title: (items) => new Date(first + items[0].parsed.x * DAY).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
          label: (item) => `${item.dataset.label}: ${item.parsed.y.toLocaleString('en-GB')}`,
        },
      },
    },
  },
});

function newYears(width) {
  const ticks = [];
  const [from, to] = [new Date(first).getUTCFullYear() + 1, new Date(first + last * DAY).getUTCFullYear()];
  const every = Math.max(1, Math.ceil((to - from + 1) / Math.max(1, Math.floor(width / 60))));
  for (let year = from; year <= to; year += every) {
    ticks.push({ value: Math.round((Date.UTC(year, 0, 1) - first) / DAY) });
  }
  return ticks.length > 0 ? ticks : [{ value: 0 }];
}

/** Puts the line at the day shown: an element above the chart, so that the chart need not be drawn anew. */
function mark() {
  const { left, top, bottom } = chart.chartArea;
  const line = document.getElementById('area-day');
  line.style.transform = `translateX(${chart.scales.x.getPixelForValue(shown)}px)`;
  line.style.top = `${top}px`;
  line.style.height = `${bottom - top}px`;
  line.hidden = left === undefined;
}

// --- Small comforts

findPlaces();
tell();
mark();
if (matchMedia('(max-width: 64em)').matches) {
  document.getElementById('panel').open = false;
}
for (const form of [document.getElementById('choices'), document.getElementById('times')]) {
  form.addEventListener('submit', () => {
    for (const input of form.elements) {
      input.disabled ||= input.name !== '' && input.value === '' && input.type !== 'submit';
    }
  });
}
