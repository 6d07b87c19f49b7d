// SPDX-License-Identifier: Apache-2.0
/**
 * The map of a register. Everything that it says of rows comes from the register's own pages, so that list, map and
 * detail say the same in the same words; tiles only show where they are.
 */
import { addressOf, layersOf } from './map-layers.js';
import { chosenStyle } from './map-looks.js';
import { measuring } from './map-measure.js';
import { reading } from './map-position.js';

const holder = document.querySelector('[data-map]');
const target = document.getElementById('map');
const settings = JSON.parse(holder.dataset.map);
const words = settings.words;
const language = settings.language;
const first = settings.layers[0];

function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

/* The layers. */

const failed = new Set();
const { layers, drawn } = layersOf(settings, language, (title) => {
  failed.add(title);
  tell();
});
const chosen = new ol.source.Vector();
layers.push(new ol.layer.Vector({ source: chosen, style: chosenStyle(), zIndex: 19.5 }));

/* The map. */

const view = new ol.View({ center: ol.proj.fromLonLat([0, 0]), zoom: 2, maxZoom: 21, constrainRotation: true, enableRotation: false });
const map = new ol.Map({
  target,
  layers,
  view,
  controls: [
    new ol.control.Zoom({ zoomInTipLabel: words['map.zoomin'], zoomOutTipLabel: words['map.zoomout'] }),
    new ol.control.ScaleLine({ units: 'metric', minWidth: 90 }),
  ],
});
// Tiles count one zoom less than views of 256 pixels do; in addresses it is that of views.
if (settings.view) {
  view.setCenter(ol.proj.fromLonLat([settings.view[2], settings.view[1]]));
  view.setZoom(settings.view[0]);
} else {
  const box = settings.box || [-180, -60, 180, 75];
  view.fit(ol.proj.transformExtent(box, 'EPSG:4326', 'EPSG:3857'), { padding: [24, 24, 24, 24], maxZoom: 17 });
}
const tools = document.getElementById('map-tools');
tools.hidden = false;
const measure = measuring(map, words, language);

/* The address: whatever leads to the same rows elsewhere keeps the view. */

function written() {
  const [longitude, latitude] = ol.proj.toLonLat(view.getCenter());
  return view.getZoom().toFixed(2) + '/' + latitude.toFixed(5) + '/' + longitude.toFixed(5);
}

function also() {
  const shown = settings.layers.slice(1).filter((layer) => drawn.get(layer.name).getVisible());
  return shown.length ? shown.map((layer) => layer.name).join(',') : 'none';
}

function keep(address) {
  const kept = new URL(address, location.href);
  kept.searchParams.set('view', written());
  kept.searchParams.set('also', also());
  // slashes and commas mean nothing in a query, and are easier to read
  kept.search = kept.search.replace(/%2F/g, '/').replace(/%2C/g, ',');
  return kept.pathname + kept.search;
}

let touched = Boolean(settings.view);

function remember() {
  if (!touched) {
    touched = true; // the view that the page began with is not asked for
    return;
  }
  history.replaceState(null, '', keep(location.href));
  for (const link of document.querySelectorAll('.choices a, .chips a, .languages a[hreflang]')) {
    link.setAttribute('href', keep(link.href));
  }
  for (const link of document.querySelectorAll('.layer a')) {
    const other = new URL(link.href);
    other.searchParams.set('view', written());
    link.setAttribute('href', other.pathname + other.search);
  }
  for (const form of document.querySelectorAll('form.filter')) {
    for (const [name, value] of [['view', written()], ['also', also()]]) {
      let field = form.querySelector('input[type=hidden][name=' + name + ']');
      if (!field) {
        field = document.createElement('input');
        field.type = 'hidden';
        field.name = name;
        form.append(field);
      }
      field.value = value;
    }
  }
}

/* Where the pointer or, for the keyboard, the middle is. */

const read = reading(words);

map.on('pointermove', (event) => {
  if (!event.dragging) {
    read(event.coordinate);
  }
});

/* The rows in view, as the list's own page has them. */

const list = document.getElementById('map-list');
const count = document.getElementById('map-count');
let round = 0;

function tell(text) {
  const lost = failed.size ? filled(words['map.failed'], { register: [...failed].join(', ') }) : '';
  if (text !== undefined) {
    count.dataset.said = text;
  }
  count.textContent = [count.dataset.said || '', lost].filter(Boolean).join(' ');
}

/** The part of the view that the filter's own box leaves; null if none. */
function box() {
  let extent = ol.proj.transformExtent(view.calculateExtent(map.getSize()), 'EPSG:3857', 'EPSG:4326');
  const asked = new URL(first.list, location.href).searchParams.get('bbox');
  if (asked) {
    extent = ol.extent.getIntersection(extent, asked.split(',').map(Number));
    if (ol.extent.isEmpty(extent)) {
      return null;
    }
  }
  const [west, south, east, north] = extent;
  return [Math.max(-180, west), Math.max(-90, south), Math.min(180, east), Math.min(90, north)]
    .map((side) => side.toFixed(6))
    .join(',');
}

async function page(address) {
  const reply = await fetch(address, { headers: { Accept: 'text/html' } });
  if (!reply.ok || reply.redirected) {
    throw new Error(String(reply.status));
  }
  return new DOMParser().parseFromString(await reply.text(), 'text/html');
}

let waiting;

/** Not for every step of a key that is held down. */
function listSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(listInView, 250);
}

async function listInView() {
  const mine = ++round;
  const sides = box();
  const address = new URL(first.list, location.href);
  try {
    let rows = [];
    let more = false;
    if (sides) {
      address.searchParams.set('bbox', sides);
      const found = await page(address);
      rows = [...found.querySelectorAll('table.cards tbody tr')];
      more = Boolean(found.querySelector('a[rel=next]'));
    }
    if (mine !== round) {
      return;
    }
    list.replaceChildren(...rows.map(entry));
    tell(filled(words[more ? 'map.inview.more' : 'map.inview.some'], { n: rows.length.toLocaleString(language) }));
  } catch (lost) {
    if (mine === round) {
      list.replaceChildren();
      tell(filled(words['map.failed'], { register: first.title }));
    }
  }
}

function entry(row) {
  const cells = [...row.cells].map((cell) => cell.textContent.trim());
  const key = decodeURIComponent(
    new URL(row.querySelector('a').getAttribute('href'), location.href).pathname.slice(first.list.split('?')[0].length + 1),
  );
  const button = document.createElement('button');
  button.type = 'button';
  const name = document.createElement('strong');
  name.textContent = cells[0];
  button.append(name, ' ' + cells.slice(1, 4).join(' · '));
  button.addEventListener('click', () => choose(first, key, true));
  const item = document.createElement('li');
  item.append(button);
  return item;
}

/* One row: what its own page says, and its exact outline. */

const chosenPart = document.getElementById('map-chosen');
const chosenRow = document.getElementById('map-chosen-row');
let choosing = 0;

async function choose(layer, key, goThere, others = []) {
  const mine = ++choosing;
  const address = addressOf(layer, key, '');
  try {
    const [found, data] = await Promise.all([
      page(address),
      fetch(addressOf(layer, key, '/api')).then((reply) => (reply.ok ? reply.json() : { geometry: null })),
    ]);
    if (mine !== choosing) {
      return;
    }
    const title = document.createElement('h3');
    title.textContent = found.querySelector('h1').textContent;
    const link = document.createElement('a');
    link.href = address;
    link.textContent = words['map.details'];
    const paragraph = document.createElement('p');
    paragraph.append(link);
    const facts = document.importNode(found.querySelector('main dl'), true);
    const tags = [...found.querySelectorAll('main > p > .tag')].map((tag) => document.importNode(tag, true));
    chosenRow.replaceChildren(title, ...tags, facts, paragraph, ...alsoHere(others));
    chosenPart.hidden = false;
    chosen.clear();
    if (data.geometry) {
      const shape = new ol.format.GeoJSON().readGeometry(data.geometry, { featureProjection: 'EPSG:3857' });
      chosen.addFeature(new ol.Feature(shape));
      if (goThere) {
        const extent = shape.getExtent();
        const inside = ol.extent.containsExtent(view.calculateExtent(map.getSize()), extent);
        if (!inside) {
          view.fit(extent, { padding: [40, 40, 40, 40], maxZoom: Math.max(view.getZoom(), 14) });
        }
      }
    }
  } catch (lost) {
    if (mine === choosing) {
      chosenRow.textContent = filled(words['map.failed'], { register: layer.title });
      chosenPart.hidden = false;
    }
  }
}

function alsoHere(others) {
  if (!others.length) {
    return [];
  }
  const title = document.createElement('h3');
  title.textContent = words['map.alsohere'];
  const entries = document.createElement('ul');
  for (const other of others) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = other.layer.title + ': ' + (other.label || other.key);
    button.addEventListener('click', () => {
      choose(other.layer, other.key, false, []);
    });
    const item = document.createElement('li');
    item.append(button);
    entries.append(item);
  }
  return [title, entries];
}

function at(pixel) {
  const found = new Map();
  let crowd = null;
  map.forEachFeatureAtPixel(
    pixel,
    (feature, layer) => {
      const of = layer && layer.get('of');
      if (!of) {
        return;
      }
      if (feature.get('key') === undefined) {
        crowd = feature;
      } else if (found.size < 12) {
        found.set(of.name + ' ' + feature.get('key'), { layer: of, key: feature.get('key'), label: feature.get('label') });
      }
    },
    { hitTolerance: 6 },
  );
  return { rows: [...found.values()], crowd };
}

function chooseAt(pixel, coordinate) {
  const { rows, crowd } = at(pixel);
  if (rows.length) {
    choose(rows[0].layer, rows[0].key, false, rows.slice(1));
  } else if (crowd) {
    view.animate({ center: coordinate, zoom: Math.min(21, view.getZoom() + 2), duration: 200 });
  }
}

map.on('singleclick', (event) => {
  if (measure.isOn()) {
    measure.addPoint(event.coordinate);
  } else {
    chooseAt(event.pixel, event.coordinate);
  }
});

target.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.target === target) {
    event.preventDefault();
    const middle = map.getSize().map((side) => side / 2);
    if (measure.isOn()) {
      measure.addPoint(view.getCenter());
    } else {
      chooseAt(middle, view.getCenter());
    }
  }
});

/* Layers on and off. */

for (const box of document.querySelectorAll('.map-layer')) {
  box.checked = drawn.get(box.name).getVisible();
  box.addEventListener('change', () => {
    drawn.get(box.name).setVisible(box.checked);
    touched = true;
    remember();
  });
}

map.on('moveend', () => {
  failed.clear();
  remember();
  read(view.getCenter());
  listSoon();
});
map.on('rendercomplete', () => {
  holder.dataset.drawn = 'yes';
});
