// SPDX-License-Identifier: Apache-2.0
// Draws a figure over time from the numbers that stand in the page; the tables below say the same in text.

const COLOURS = ['#0a5260', '#b3541e', '#5a3d8a', '#2f6b2f', '#8a1f3d', '#5c5200', '#1f4f8a', '#6b3f2f'];
const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 5], [1, 4], [12, 5], [4, 2]];
const SECONDS_IN_A_DAY = 86400;
const HEIGHT = 280;

function draw(place) {
  const [days, ...lines] = JSON.parse(place.dataset.chart);
  const names = place.dataset.names.split('\n');
  const number = new Intl.NumberFormat(place.dataset.language, { maximumFractionDigits: 2 });
  const day = new Intl.DateTimeFormat(place.dataset.language, { timeZone: 'UTC', dateStyle: 'medium' });
  const chart = new window.uPlot({
    width: place.clientWidth,
    height: HEIGHT,
    tzDate: seconds => window.uPlot.tzDate(new Date(seconds * 1000), 'UTC'),
    series: [
      { label: '', value: (_, seconds) => seconds == null ? '–' : day.format(seconds * 1000) },
      ...lines.map((_, i) => ({
        label: names[i],
        stroke: COLOURS[i % COLOURS.length],
        dash: DASHES[i % DASHES.length],
        width: 2,
        spanGaps: false, // a period of which nothing was reported is a gap, not a nought
        points: { show: true, size: 6 },
        value: (_, value) => value == null ? '–' : number.format(value),
      })),
    ],
    axes: [
      { values: (_, ticks) => ticks.map(seconds => day.format(seconds * 1000)), space: 110 },
      { values: (_, ticks) => ticks.map(value => number.format(value)), size: 80 },
    ],
    scales: { y: { range: (_, least, most) => [0, most > 0 ? most * 1.05 : 1] } },
  }, [days.map(each => each * SECONDS_IN_A_DAY), ...lines], place);
  new ResizeObserver(() => chart.setSize({ width: place.clientWidth, height: HEIGHT })).observe(place);
}

document.querySelectorAll('[data-chart]').forEach(draw);
