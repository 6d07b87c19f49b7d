// SPDX-License-Identifier: Apache-2.0
/** How rows look, made of the description that the legend is made of: signs with a casing, hatching, outlines. */

const INK = '#17252a';
const PIXELS = Math.max(1, Math.min(3, window.devicePixelRatio || 1));

function canvas(size) {
  const made = document.createElement('canvas');
  made.width = size * PIXELS;
  made.height = size * PIXELS;
  const pen = made.getContext('2d');
  pen.scale(PIXELS, PIXELS);
  return [made, pen];
}

function icon(made) {
  return new ol.style.Icon({ declutterMode: 'none', img: made, size: [made.width, made.height], scale: 1 / PIXELS });
}

/** A sign in a box of 16 pixels, with a white casing and a dark line. */
function sign(drawing, colour) {
  const [made, pen] = canvas(24);
  const path = new Path2D(drawing);
  pen.translate(4, 4);
  pen.lineJoin = 'round';
  pen.strokeStyle = '#fff';
  pen.lineWidth = 5;
  pen.stroke(path);
  pen.fillStyle = colour;
  pen.fill(path);
  pen.strokeStyle = INK;
  pen.lineWidth = 1.2;
  pen.stroke(path);
  return icon(made);
}

/**
 * Ground that is too small for the scale: the sign of its points, where it has one, else a crossed square; what is only
 * outlined, as an island of a district: a dot.
 */
function small(look) {
  if (look.sign) {
    return sign(look.sign, look.colour);
  }
  if (look.form === 'BORDER') {
    return new ol.style.Circle({ radius: 1.5, fill: new ol.style.Fill({ color: look.colour }) });
  }
  const [made, pen] = canvas(14);
  pen.translate(2, 2);
  pen.fillStyle = '#fff';
  pen.fillRect(-1.5, -1.5, 13, 13);
  pen.strokeStyle = look.colour;
  pen.lineWidth = 2;
  pen.strokeRect(1, 1, 8, 8);
  pen.lineWidth = 1;
  pen.stroke(new Path2D('M1 9L9 1'));
  return icon(made);
}

function hatching(look) {
  const tile = document.createElement('canvas');
  const size = 8 * Math.round(PIXELS);
  tile.width = size;
  tile.height = size;
  const pen = tile.getContext('2d');
  pen.scale(size / 8, size / 8);
  pen.fillStyle = 'rgba(255,255,255,0.35)';
  pen.fillRect(0, 0, 8, 8);
  pen.strokeStyle = look.colour;
  pen.lineWidth = 1.1;
  pen.stroke(new Path2D(look.drawing));
  return pen.createPattern(tile, 'repeat');
}

function ground(look) {
  const dashes = look.dashes ? look.dashes.split(' ').map(Number) : undefined;
  const border = look.form === 'BORDER';
  const fill = new ol.style.Fill({
    color: look.drawing ? hatching(look) : 'rgba(255,255,255,0.01)', // so that it can be chosen inside, too
  });
  return [
    new ol.style.Style({
      zIndex: border ? 0 : 1,
      stroke: new ol.style.Stroke({ color: 'rgba(255,255,255,0.9)', width: border ? 3 : 5 }),
    }),
    new ol.style.Style({
      zIndex: border ? 1 : 2,
      fill: border ? undefined : fill,
      stroke: new ol.style.Stroke({ color: look.colour, width: border ? 1.1 : 2, lineDash: dashes }),
    }),
  ];
}

function caption(text, form) {
  return new ol.style.Style({
    text: new ol.style.Text({
      text,
      font: (form === 'BORDER' ? 'italic ' : '') + '12px system-ui, "Noto Sans", "DejaVu Sans", sans-serif',
      fill: new ol.style.Fill({ color: form === 'BORDER' ? '#4a5a60' : INK }),
      stroke: new ol.style.Stroke({ color: '#fff', width: 3 }),
      offsetY: form === 'SIGN' ? 13 : 0,
      overflow: form === 'BORDER',
    }),
  });
}

/** A number of rows that stand close together. */
function crowd(count, language) {
  const text = count.toLocaleString(language);
  const radius = 8 + 2.2 * text.length;
  return new ol.style.Style({
    zIndex: 4,
    image: new ol.style.Circle({
      radius,
      fill: new ol.style.Fill({ color: 'rgba(255,255,255,0.92)' }),
      stroke: new ol.style.Stroke({ color: INK, width: 1.6 }),
    }),
    text: new ol.style.Text({
      text,
      font: '600 11px system-ui, "Noto Sans", "DejaVu Sans", sans-serif',
      fill: new ol.style.Fill({ color: INK }),
    }),
  });
}

/** The style of a layer: a function of a feature and a resolution. */
export function styleOf(layer, language) {
  const made = layer.looks.map((look) =>
    look.form === 'SIGN'
      ? { whole: [new ol.style.Style({ image: sign(look.drawing, look.colour), zIndex: 3 })] }
      : { whole: ground(look), small: [new ol.style.Style({ image: small(look), zIndex: 3 })] },
  );
  const crowds = new Map();
  return (feature) => {
    const count = feature.get('n');
    if (count > 1) {
      if (!crowds.has(count)) {
        crowds.set(count, crowd(count, language));
      }
      return crowds.get(count);
    }
    const look = feature.get('look');
    const point = feature.getType() === 'Point';
    const styles = point && made[look].small ? made[look].small : made[look].whole;
    const label = feature.get('label');
    return label ? styles.concat(caption(label, layer.looks[look].form)) : styles;
  };
}

/** Around what is chosen: a dark line with a white one in it, on which its own outline is drawn. */
export function chosenStyle() {
  return [
    [INK, 10],
    ['#fff', 6],
  ].map(
    ([color, width]) =>
      new ol.style.Style({
        stroke: new ol.style.Stroke({ color, width }),
        image: new ol.style.Circle({ radius: 16, stroke: new ol.style.Stroke({ color, width: width / 2 }) }),
      }),
  );
}

/** The sea, lakes and rivers behind everything. */
export function aroundStyle(feature) {
  return feature.get('kind') === 'river'
    ? new ol.style.Style({ stroke: new ol.style.Stroke({ color: '#a9c4cf', width: 1.2 }) })
    : new ol.style.Style({
        fill: new ol.style.Fill({ color: '#dce8ed' }),
        stroke: new ol.style.Stroke({ color: '#a9c4cf', width: 0.8 }),
      });
}
