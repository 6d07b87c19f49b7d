// SPDX-License-Identifier: Apache-2.0
/**
 * An outline or a position drawn on a map. The text of the form's field is what counts: what is drawn is written into it,
 * point by point, and what is written there is shown as the server reads it. A point that was drawn ends in `0 0`, as ODK
 * writes it: no altitude and no accuracy were measured.
 */
import { addressOf, layersOf } from './map-layers.js';

const INK = '#17252a';
const PAUSE_MS = 300;
const MOST_DECIMALS = 7; // a centimetre
const SNAPPING_ZOOM = 12;
const MOST_SNAPPED = 60;
const MOST_NUMBERED = 100;
const METRES_PER_DEGREE = 111320;

function element(name, attributes, text) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.textContent = text ?? '';
  return made;
}

function filled(sentence, name, value) {
  return sentence.replace('{' + name + '}', value);
}

let loading;

/** The library and its styles, once for all fields of a page; a map without its styles has no height. */
function library(form) {
  const load = (made) =>
    new Promise((done, failed) => {
      made.addEventListener('load', done);
      made.addEventListener('error', () => {
        loading = undefined;
        failed(new Error(made.src || made.href));
      });
      document.head.append(made);
    });
  loading ??= Promise.all([
    ...form.dataset.mapStyles.split(' ').map((href) => load(element('link', { rel: 'stylesheet', href }))),
    load(element('script', { src: form.dataset.map })),
  ]);
  return loading;
}

/** No finer than somebody points: half a pixel. */
function decimals(resolution) {
  return Math.max(0, Math.min(MOST_DECIMALS, Math.floor(-Math.log10(resolution / 2 / METRES_PER_DEGREE))));
}

function written([x, y], digits) {
  const [longitude, latitude] = ol.proj.toLonLat([x, y]);
  return latitude.toFixed(digits) + ' ' + longitude.toFixed(digits) + ' 0 0';
}

/** What a point that we wrote ourselves means; whatever others wrote is read by the server. */
function placeOf(text) {
  const [latitude, longitude] = text.split(' ').map(Number);
  return ol.proj.fromLonLat([longitude, latitude]);
}

const same = (one, other) => Boolean(one && other) && one[0] === other[0] && one[1] === other[1];

function style(feature) {
  const shape = feature.getGeometry();
  const points =
    shape.getType() === 'Polygon'
      ? shape.getCoordinates()[0].slice(0, -1)
      : shape.getType() === 'Point'
        ? [shape.getCoordinates()]
        : shape.getCoordinates();
  return [
    new ol.style.Style({ stroke: new ol.style.Stroke({ color: '#fff', width: 6 }) }),
    new ol.style.Style({
      fill: new ol.style.Fill({ color: 'rgba(179,84,30,0.12)' }),
      stroke: new ol.style.Stroke({ color: '#b3541e', width: 2.5 }),
    }),
    ...points.map(
      (point, index) =>
        new ol.style.Style({
          geometry: new ol.geom.Point(point),
          zIndex: 2,
          image: new ol.style.Circle({
            radius: 5,
            fill: new ol.style.Fill({ color: '#fff' }),
            stroke: new ol.style.Stroke({ color: INK, width: 2 }),
          }),
          text:
            points.length > 1 && points.length <= MOST_NUMBERED
              ? new ol.style.Text({
                  text: String(index + 1),
                  offsetX: 12,
                  offsetY: -10,
                  font: '600 12px system-ui, "Noto Sans", "DejaVu Sans", sans-serif',
                  fill: new ol.style.Fill({ color: INK }),
                  stroke: new ol.style.Stroke({ color: '#fff', width: 3 }),
                })
              : undefined,
        }),
    ),
  ];
}

/**
 * Ground on record near what is shown, with its exact points: tiles thin them out, and a border drawn along another
 * shall be the same border.
 */
function recorded(map, layers) {
  const source = new ol.source.Vector();
  const texts = new Map();
  const asked = new Set();

  async function gather() {
    if (map.getView().getZoom() < SNAPPING_ZOOM || asked.size >= 10 * MOST_SNAPPED) {
      return;
    }
    const extent = map.getView().calculateExtent(map.getSize());
    for (const layer of layers) {
      const of = layer.get('of');
      const keys = new Set(layer.getFeaturesInExtent(extent).map((feature) => feature.get('key')));
      for (const key of [...keys].slice(0, MOST_SNAPPED)) {
        if (key === undefined || asked.has(of.name + ' ' + key)) {
          continue;
        }
        asked.add(of.name + ' ' + key);
        const reply = await fetch(addressOf(of, key, '/api')).catch(() => null);
        const row = reply?.ok ? await reply.json() : null;
        if (row?.geometry) {
          add(new ol.format.GeoJSON().readGeometry(row.geometry));
        }
      }
    }
  }

  function add(shape) {
    const stride = shape.getStride();
    const numbers = shape.getFlatCoordinates();
    const points = [];
    for (let i = 0; i < numbers.length; i += stride) {
      const [longitude, latitude] = [numbers[i], numbers[i + 1]];
      const point = ol.proj.fromLonLat([longitude, latitude]);
      points.push(point);
      texts.set(point.join(), latitude.toFixed(MOST_DECIMALS) + ' ' + longitude.toFixed(MOST_DECIMALS) + ' 0 0');
    }
    source.addFeature(new ol.Feature(new ol.geom.MultiPoint(points)));
  }

  map.on('rendercomplete', gather);
  return { source, textOf: (point) => texts.get(point.join()) };
}

/** Puts a map for a field into a place. */
export async function drawing(field, place, form) {
  const asked = new URLSearchParams({ lang: document.documentElement.lang });
  const [reply] = await Promise.all([fetch('/api/map?' + asked), library(form)]);
  if (!reply.ok) {
    throw new Error(String(reply.status));
  }
  const settings = await reply.json();
  const words = settings.words;
  const shape = field.dataset.geometryField === 'shape';

  /* The page around it. */

  const target = element('div', {
    class: 'map',
    tabindex: '0',
    role: 'application',
    'aria-label': words['map.draw.label'] + ': ' + field.labels[0].firstChild.textContent.trim(),
  });
  const tools = element('div', { class: 'tools' });
  const button = (text) => {
    const made = element('button', { type: 'button', class: 'plain' }, text);
    tools.append(made);
    return made;
  };
  const begin = button('');
  const remove = button(words['map.draw.remove']);
  const undo = button(words['map.draw.undo']);
  const said = element('p', { class: 'readout', role: 'status' });
  place.replaceChildren(
    element('p', { class: 'hint' }, words[shape ? 'map.draw.about' : 'map.draw.about.point']),
    tools,
    target,
    said,
    element('p', { class: 'credit' }, [settings.credit, settings.tilesCredit].filter(Boolean).join(' ')),
  );

  /* The map. */

  const { layers } = layersOf(
    { ...settings, layers: settings.layers.filter((layer) => layer.background || layer.looks[0].form !== 'SIGN') },
    settings.language,
    (title) => {
      said.textContent = filled(words['map.failed'], 'register', title);
    },
  );
  const ground = layers.filter((layer) => layer.get('of') && !layer.get('of').background);
  ground.forEach((layer) => layer.setVisible(true));
  const own = new ol.source.Vector();
  const view = new ol.View({ center: [0, 0], zoom: 2, maxZoom: 21, constrainRotation: true, enableRotation: false });
  const map = new ol.Map({
    target,
    view,
    layers: [...layers, new ol.layer.Vector({ source: own, style, zIndex: 60 })],
    controls: [
      new ol.control.Zoom({ zoomInTipLabel: words['map.zoomin'], zoomOutTipLabel: words['map.zoomout'] }),
      new ol.control.ScaleLine({ units: 'metric', minWidth: 90 }),
    ],
    interactions: ol.interaction.defaults
      .defaults({ doubleClickZoom: false, mouseWheelZoom: false })
      .extend([
        // the page is scrolled over a map that nobody works on
        new ol.interaction.MouseWheelZoom({ condition: () => target.contains(document.activeElement) }),
      ]),
  });
  const near = recorded(map, ground);
  const draw = new ol.interaction.Draw({ type: shape ? 'Polygon' : 'Point', style, snapTolerance: 10 });
  let removing = false;
  const clicked = ol.events.condition.singleClick;
  const modify = new ol.interaction.Modify({
    source: own,
    deleteCondition: (event) => (removing || ol.events.condition.altKeyOnly(event)) && clicked(event),
    insertVertexCondition: () => shape && !removing,
  });
  for (const each of [modify, draw, new ol.interaction.Snap({ source: near.source, edge: false, pixelTolerance: 10 })]) {
    map.addInteraction(each);
  }

  /* The points: what is written of each, and where it is; null where it cannot be read. */

  let points = [];
  let fixed = null; // why what is written can be seen here, not changed
  const before = [];

  function go() {
    const at = points.map((point) => point.at).filter(Boolean);
    if (at.length) {
      view.fit(ol.extent.boundingExtent(at), { padding: [50, 50, 50, 50], maxZoom: 17 });
    } else {
      const box = settings.box || [-180, -60, 180, 75];
      view.fit(ol.proj.transformExtent(box, 'EPSG:4326', 'EPSG:3857'), { padding: [24, 24, 24, 24] });
    }
  }

  function show() {
    const at = points.map((point) => point.at).filter(Boolean);
    own.clear();
    if (!shape && at.length) {
      own.addFeature(new ol.Feature(new ol.geom.Point(at[0])));
    } else if (at.length > 2) {
      own.addFeature(new ol.Feature(new ol.geom.Polygon([[...at, at[0]]])));
    } else if (at.length) {
      own.addFeature(new ol.Feature(new ol.geom.LineString(at.length > 1 ? at : [at[0], at[0]])));
    }
    const unread = points.length - at.length;
    const drawingNow = draw.getActive();
    modify.setActive(!fixed && !drawingNow && unread === 0 && (shape ? at.length > 2 : at.length > 0));
    begin.disabled = false;
    begin.textContent = words[points.length ? 'map.draw.again' : shape ? 'map.draw.outline' : 'map.draw.point'];
    begin.setAttribute('aria-pressed', String(drawingNow));
    remove.hidden = !shape;
    remove.disabled = !modify.getActive();
    remove.textContent = words[removing ? 'map.draw.remove.end' : 'map.draw.remove'];
    remove.setAttribute('aria-pressed', String(removing));
    undo.disabled = !before.length && !drawingNow;
    said.textContent = [
      drawingNow && words[shape ? 'map.draw.drawing' : 'map.draw.about.point'],
      removing && words['map.draw.removing'],
      fixed && words[fixed],
      !fixed && unread && filled(words['map.draw.unread'], 'n', unread.toLocaleString(settings.language)),
      shape && at.length && filled(words['map.draw.count'], 'n', at.length.toLocaleString(settings.language)),
    ]
      .filter(Boolean)
      .join(' ');
    place.dataset.points = at.length; // for whoever waits until the map follows
  }

  /* From the text. */

  let reading = 0;

  async function read() {
    const mine = ++reading;
    const text = field.value;
    const sent = new URLSearchParams({ text });
    for (const hidden of form.querySelectorAll(':scope > input[type=hidden]')) {
      sent.set(hidden.name, hidden.value);
    }
    const answer = await fetch('/api/enter/positions', { method: 'POST', body: sent, redirect: 'error' }).catch(
      () => null,
    );
    const found = answer?.ok ? await answer.json() : null;
    if (mine !== reading) {
      return;
    }
    const rows = text.split(/[;\n\r]/).map((row) => row.trim()).filter((row) => row);
    fixed = !found
      ? 'map.draw.notread'
      : !found.one
        ? 'map.draw.several'
        : rows.some((row) => row.startsWith('+'))
          ? 'map.draw.bearings'
          : null;
    points = (found?.points ?? []).map((at, index) => ({ text: rows[index], at: at && ol.proj.fromLonLat(at) }));
    if (shape && points.length > 3 && same(points[0].at, points.at(-1).at)) {
      points.pop(); // closed in the text, as it always is on the map
    }
    draw.setActive(!text.trim());
    show();
  }

  /* Into the text. What was not moved stays as it was written. */

  let ours = false;

  function put(text) {
    ours = true;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('geometry'));
    ours = false;
  }

  function write(at) {
    const digits = decimals(view.getResolution() * Math.cos((ol.proj.toLonLat(at[0])[1] * Math.PI) / 180));
    before.push(field.value);
    points = at.map((place) => {
      const kept = points.find((point) => same(point.at, place));
      const text = kept?.text ?? near.textOf(place) ?? written(place, digits);
      return { text, at: kept ? place : placeOf(text) };
    });
    fixed = null;
    put(points.map((point) => point.text).join('\n'));
    show();
  }

  const coordinates = (drawn) => (shape ? drawn.getCoordinates()[0].slice(0, -1) : [drawn.getCoordinates()]);

  draw.on('drawend', (event) => {
    const at = coordinates(event.feature.getGeometry());
    draw.setActive(false);
    points = [];
    setTimeout(() => write(at)); // once the interaction has ended
  });
  modify.on('modifyend', (event) => write(coordinates(event.features.item(0).getGeometry())));
  field.addEventListener('input', () => {
    if (!ours) {
      const mine = ++reading;
      setTimeout(() => mine === reading && read(), PAUSE_MS);
    }
  });

  begin.addEventListener('click', () => {
    removing = false;
    draw.abortDrawing();
    draw.setActive(!draw.getActive());
    show();
    target.focus();
  });
  remove.addEventListener('click', () => {
    removing = !removing;
    show();
  });
  undo.addEventListener('click', () => {
    if (draw.getActive() && draw.getOverlay().getSource().getFeatures().length) {
      draw.removeLastPoint();
    } else if (before.length) {
      put(before.pop());
      read();
    }
  });

  await read();
  go();
}
