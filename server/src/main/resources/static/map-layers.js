// SPDX-License-Identifier: Apache-2.0
/** What every map of ours shows: pictures of the ground where somebody chose them, water around, registers as tiles. */
import { aroundStyle, styleOf } from './map-looks.js';

const DEEPEST = 20;

/** Signs over ground, what warns over what does not, the first register over others. */
function height(layer, index) {
  if (layer.background) {
    return 1;
  }
  const order = index === 0 ? 9 : 8 - index;
  return order + (layer.looks[0].form === 'SIGN' ? 30 : layer.warns ? 20 : 10);
}

/**
 * The layers from the bottom up, and those of registers by name; `lost` is told the title of a register of which a part
 * could not be loaded.
 */
export function layersOf(settings, language, lost) {
  ol.console.setLevel('error'); // it warns of a map without height, also while its page is being left
  const layers = [];
  if (settings.tiles) {
    layers.push(
      new ol.layer.Tile({ source: new ol.source.XYZ({ url: settings.tiles, maxZoom: 19 }), opacity: 0.75, zIndex: -2 }),
    );
  }
  if (settings.around) {
    layers.push(
      new ol.layer.Vector({
        source: new ol.source.Vector({ url: settings.around, format: new ol.format.GeoJSON() }),
        style: aroundStyle,
        zIndex: -1,
      }),
    );
  }
  const drawn = new Map();
  settings.layers.forEach((layer, index) => {
    const source = new ol.source.VectorTile({ format: new ol.format.MVT(), url: layer.tiles, maxZoom: DEEPEST });
    source.on('tileloaderror', () => lost(layer.title));
    const made = new ol.layer.VectorTile({
      source,
      style: styleOf(layer, language),
      visible: layer.on,
      minZoom: layer.fromZoom > 0 ? layer.fromZoom - 1 : undefined,
      zIndex: height(layer, index),
      declutter: layer.background ? 'names' : false,
      renderBuffer: 64,
    });
    made.set('of', layer);
    drawn.set(layer.name, made);
    layers.push(made);
  });
  return { layers, drawn };
}

/** Where a row of a register is said in full; `before` is what its address begins with. */
export function addressOf(layer, key, before) {
  const [path, query] = layer.list.split('?');
  const asked = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const name of ['valid_on', 'known_at', 'lang']) {
    if (asked.get(name)) {
      kept.set(name, asked.get(name));
    }
  }
  return before + path + '/' + encodeURIComponent(key).replace(/%2F/g, '/') + '?' + kept;
}
