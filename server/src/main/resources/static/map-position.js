// SPDX-License-Identifier: Apache-2.0
/** A place in degrees, and as it is read off printed maps, which the server reckons. */

/** What shows the place of a coordinate under the map. */
export function reading(words) {
  const position = document.getElementById('map-position');
  const ordered = (text) => '\u2066' + text + '\u2069'; // numbers keep their order among words written from the right
  let asking;
  let round = 0;

  return function read(coordinate) {
    const [longitude, latitude] = ol.proj.toLonLat(coordinate);
    const plain = latitude.toFixed(5) + '°, ' + longitude.toFixed(5) + '°';
    position.textContent = words['map.position'] + ' ' + ordered(plain);
    clearTimeout(asking);
    const mine = ++round;
    asking = setTimeout(async () => {
      try {
        const reply = await fetch('/api/grid-reference?lat=' + latitude.toFixed(7) + '&lon=' + longitude.toFixed(7));
        const grid = reply.ok ? await reply.json() : null;
        if (mine === round && grid && grid.mgrs) {
          const parts = grid.mgrs.match(/^(\d+[A-Z])([A-Z]{2})(\d{5})(\d{5})$/);
          position.textContent =
            words['map.position'] + ' ' + ordered(plain + ' · MGRS ' + (parts ? parts.slice(1).join(' ') : grid.mgrs));
        }
      } catch (offline) {
        // the degrees stand there already
      }
    }, 200);
  };
}
