// SPDX-License-Identifier: Apache-2.0
/** Lengths and areas on the map, on a sphere; by pointer, or by keyboard at the middle of the map. */

const INK = '#17252a';

function metres(value, language) {
  const kilometres = value >= 10000;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: kilometres ? 'kilometer' : 'meter',
    maximumSignificantDigits: 4,
  }).format(kilometres ? value / 1000 : value);
}

function squareMetres(value, language) {
  const hectares = value >= 100000;
  const number = new Intl.NumberFormat(language, { maximumSignificantDigits: 4 });
  return hectares ? number.format(value / 10000) + ' ha' : number.format(value) + ' m²';
}

function filled(sentence, name, value) {
  return sentence.replace('{' + name + '}', value);
}

/** Sets the tools up; returns whether measuring is on, and what adds a point. */
export function measuring(map, words, language) {
  const button = document.getElementById('map-measure');
  const add = document.getElementById('map-measure-add');
  const undo = document.getElementById('map-measure-undo');
  const measured = document.getElementById('map-measured');
  const about = document.getElementById('map-measure-about');
  const source = new ol.source.Vector();
  let points = [];
  let on = false;

  map.addLayer(
    new ol.layer.Vector({
      source,
      zIndex: 70,
      style: [
        new ol.style.Style({ stroke: new ol.style.Stroke({ color: '#fff', width: 5 }) }),
        new ol.style.Style({
          fill: new ol.style.Fill({ color: 'rgba(23,37,42,0.08)' }),
          stroke: new ol.style.Stroke({ color: INK, width: 2, lineDash: [6, 4] }),
          image: new ol.style.Circle({
            radius: 4,
            fill: new ol.style.Fill({ color: '#fff' }),
            stroke: new ol.style.Stroke({ color: INK, width: 2 }),
          }),
        }),
      ],
    }),
  );

  function draw() {
    source.clear();
    for (const point of points) {
      source.addFeature(new ol.Feature(new ol.geom.Point(point)));
    }
    const parts = [];
    if (points.length > 1) {
      const line = new ol.geom.LineString(points);
      source.addFeature(new ol.Feature(points.length > 2 ? new ol.geom.Polygon([[...points, points[0]]]) : line));
      parts.push(filled(words['map.length'], 'length', metres(ol.sphere.getLength(line), language)));
    }
    if (points.length > 2) {
      const area = ol.sphere.getArea(new ol.geom.Polygon([[...points, points[0]]]));
      parts.push(filled(words['map.area'], 'area', squareMetres(area, language)));
    }
    measured.textContent = on ? parts.join(' · ') || words['map.area.after'] : '';
  }

  function addPoint(coordinate) {
    points.push(coordinate);
    draw();
  }

  button.addEventListener('click', () => {
    on = !on;
    points = [];
    button.setAttribute('aria-pressed', String(on));
    button.textContent = on ? words['map.measure.end'] : words['map.measure'];
    for (const other of [add, undo, about]) {
      other.hidden = !on;
    }
    draw();
  });
  add.addEventListener('click', () => addPoint(map.getView().getCenter()));
  undo.addEventListener('click', () => {
    points.pop();
    draw();
  });
  return { isOn: () => on, addPoint };
}
