// Names each area where it is highest, as a plugin of the chart.

const LEAST_HEIGHT = 20;
const MARGIN = 8;

/**
 * The point at which an area is highest among those where its name fits; null where it fits nowhere.
 *
 * @param points each with `x`, `top` and `bottom` in pixels
 * @param width of the name
 * @param area the chart's left and right
 */
export function highest(points, width, { left, right }) {
  let best = null;
  for (const point of points) {
    const fits = point.x - width / 2 > left + MARGIN && point.x + width / 2 < right - MARGIN;
    if (fits && (best === null || point.bottom - point.top > best.bottom - best.top)) {
      best = point;
    }
  }
  return best !== null && best.bottom - best.top > LEAST_HEIGHT ? best : null;
}

/** The points of the chart's areas, one upon the other, in pixels. */
export function stacked(datasets, x, y) {
  const below = datasets[0]?.data.map(() => 0) ?? [];
  return datasets.map((set) => set.data.map((point, i) => {
    const bottom = below[i];
    below[i] += point.y;
    return { x: x.getPixelForValue(point.x), bottom: y.getPixelForValue(bottom), top: y.getPixelForValue(below[i]) };
  }));
}

export function areaLabels(font) {
  return {
    id: 'labels',
    afterDatasetsDraw(chart) {
      const { ctx: brush, scales: { x, y }, chartArea: area } = chart;
      const areas = stacked(chart.data.datasets, x, y);
      brush.save();
      brush.font = `bold ${font.size}px ${font.family}`;
      brush.textBaseline = 'middle';
      brush.textAlign = 'center';
      chart.data.datasets.forEach((set, at) => {
        const { width } = brush.measureText(set.label);
        const place = highest(areas[at], width, area);
        if (place !== null) {
          write(brush, set.label, width, place.x, (place.top + place.bottom) / 2);
        }
      });
      brush.restore();
    },
  };
}

function write(brush, text, width, x, y) {
  brush.fillStyle = '#fff';
  brush.fillRect(x - width / 2 - 6, y - 11, width + 12, 22);
  brush.fillStyle = '#0b0c0c';
  brush.fillText(text, x, y);
}
