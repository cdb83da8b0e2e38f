// The areas over time, with the day shown as a line above them.

import { areaLabels } from './area-labels.js';
import { lineOf, patternOf } from './textures.js';

const FONT = { family: 'Arial, "Liberation Sans", sans-serif', size: 14 };
const PIXELS_A_YEAR = 60;

const count = (number) => number.toLocaleString('en-GB');

export class Areas {
  #chart;
  #line = document.getElementById('area-day');
  #day;

  /** @param choose is called with the day that was clicked */
  constructor({ canvas, days, day, choose }) {
    this.#day = day;
    this.#chart = new Chart(canvas, {
      type: 'line',
      plugins: [areaLabels(FONT)],
      data: { datasets: datasets(JSON.parse(canvas.dataset.history), days, canvas) },
      options: {
        ...options(days),
        onResize: () => requestAnimationFrame(() => this.#place()),
        onClick: (event) => choose(Math.round(this.#chart.scales.x.getValueForPixel(event.x))),
      },
    });
    this.#place();
  }

  /** Puts the line at a day: an element above the chart, so that the chart need not be drawn anew. */
  mark(day) {
    this.#day = day;
    this.#place();
  }

  #place() {
    const { left, top, bottom } = this.#chart.chartArea;
    const x = this.#chart.scales.x.getPixelForValue(this.#day);
    this.#line.style.transform = `translateX(${x}px)`;
    // On paper the chart is as wide as the page, and the line where it is in it
    this.#line.style.setProperty('--register-day', `${(100 * x) / this.#chart.width}%`);
    this.#line.style.setProperty('--register-top', `${(100 * top) / this.#chart.height}%`);
    this.#line.style.setProperty('--register-height', `${(100 * (bottom - top)) / this.#chart.height}%`);
    this.#line.style.top = `${top}px`;
    this.#line.style.height = `${bottom - top}px`;
    this.#line.hidden = left === undefined;
  }
}

function datasets(history, days, canvas) {
  const at = history.days.map((iso) => days.of(iso));
  return history.lines.map((line, number) => ({
    label: line.label,
    data: line.counts.map((y, i) => ({ x: at[i], y })),
    fill: number === 0 ? 'origin' : '-1',
    backgroundColor: patternOf(number, canvas),
    ...lineOf(number),
    borderWidth: 2,
    pointRadius: 0,
    pointHitRadius: 12,
    stepped: false,
  }));
}

function options(days) {
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    layout: { padding: { top: 8 } },
    interaction: { mode: 'index', intersect: false },
    scales: {
      x: {
        type: 'linear',
        min: 0,
        max: Math.max(days.last, 1),
        grid: { display: false },
        afterBuildTicks: (axis) => {
          axis.ticks = days.newYears(Math.floor(axis.width / PIXELS_A_YEAR)).map((value) => ({ value }));
        },
        ticks: { font: FONT, color: '#505a5f', maxRotation: 0, callback: (day) => days.year(day) },
      },
      y: {
        stacked: true,
        beginAtZero: true,
        border: { display: false },
        grid: { color: '#e3e6e8' },
        ticks: { font: FONT, color: '#505a5f', precision: 0, maxTicksLimit: 6, callback: count },
      },
    },
    plugins: {
      legend: { display: false },
      tooltip: {
        bodyFont: FONT,
        titleFont: { ...FONT, weight: 'bold' },
        displayColors: false,
        callbacks: {
          title: (items) => days.words(items[0].parsed.x),
          label: (item) => `${item.dataset.label}: ${count(item.parsed.y)}`,
        },
      },
    },
  };
}
