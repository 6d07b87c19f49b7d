// SPDX-License-Identifier: Apache-2.0
// Forms are complete without this. It keeps drafts by itself, adds rows without loading the page, and lays a table and a
// map beside the text of an outline.

const PAUSE_MS = 4000;

const form = document.querySelector('form.entry');
const said = form.querySelector('[data-saved]');
let waiting = 0;
let changed = false;
let keeping = false;

function later() {
  changed = true;
  said.textContent = form.dataset.unsaved;
  clearTimeout(waiting);
  waiting = setTimeout(keep, PAUSE_MS);
}

async function keep() {
  if (keeping || !changed) {
    return;
  }
  keeping = true;
  changed = false;
  const fields = new URLSearchParams(new FormData(form));
  fields.set('do', 'keep');
  try {
    const answer = await fetch(form.getAttribute('action'), {method: 'POST', body: fields, redirect: 'error'});
    if (!answer.ok) {
      throw new Error(answer.status);
    }
    const kept = await answer.json();
    form.setAttribute('action', kept.address);
    history.replaceState(null, '', kept.address);
    if (!changed) {
      said.textContent = kept.changed;
    }
  } catch (failed) {
    changed = true;
    said.textContent = form.dataset.failed;
    clearTimeout(waiting);
    waiting = setTimeout(keep, 5 * PAUSE_MS);
  } finally {
    keeping = false;
  }
}

form.addEventListener('input', later);
form.addEventListener('change', later);
/** What is on its way goes first: otherwise a form not kept before would become two drafts. */
form.addEventListener('submit', sent => {
  clearTimeout(waiting);
  if (keeping) {
    sent.preventDefault();
    const button = sent.submitter;
    const again = setInterval(() => {
      if (!keeping) {
        clearInterval(again);
        form.requestSubmit(button);
      }
    }, 100);
    return;
  }
  changed = false;
});
addEventListener('beforeunload', asked => {
  if (changed) {
    asked.preventDefault();
  }
});

// ---- rows of things repeated

function number(text, index) {
  return text.replaceAll('.__', `.${index}`).replaceAll('__', String(index + 1));
}

function add(section) {
  const row = section.querySelector('template').content.firstElementChild.cloneNode(true);
  const known = [...section.querySelectorAll(':scope > fieldset')].map(each => Number(each.dataset.index ?? each.id.split('.').pop()));
  const index = known.length ? Math.max(...known) + 1 : 0;
  row.id = `row:${section.dataset.rows}.${index}`;
  row.dataset.index = index;
  for (const element of row.querySelectorAll('*')) {
    for (const attribute of element.attributes) {
      attribute.value = number(attribute.value, index);
    }
  }
  for (const text of row.querySelectorAll('legend, .unseen')) {
    text.textContent = number(text.textContent, index);
  }
  section.insertBefore(row, section.querySelector('[data-add-row]').parentElement);
  row.querySelectorAll('[data-geometry-field]').forEach(beside);
  row.focus();
}

form.addEventListener('click', pressed => {
  const button = pressed.target.closest('button');
  const section = button?.closest('[data-rows]');
  if (section && 'addRow' in button.dataset) {
    pressed.preventDefault();
    add(section);
    later();
  } else if (section && 'removeRow' in button.dataset) {
    pressed.preventDefault();
    button.closest('fieldset').remove();
    section.querySelector('[data-add-row]')?.focus();
    later();
  }
});

// ---- names of settlements, proposed by the server once the district is known

const QUIET_MS = 300;

form.querySelectorAll('[data-settlements]').forEach(field => {
  let asking = 0;
  field.addEventListener('input', () => {
    clearTimeout(asking);
    asking = setTimeout(async () => {
      const district = document.getElementById(field.dataset.settlements)?.value.trim();
      const name = field.value.trim();
      if (!district || !name) {
        return;
      }
      const asked = new URLSearchParams({district, name, lang: document.documentElement.lang});
      const answer = await fetch(`/api/enter/settlements?${asked}`).catch(() => null);
      if (answer?.ok) {
        const found = await answer.json();
        field.list.replaceChildren(...found.settlements.map(each => element('option', {value: each})));
      }
    }, QUIET_MS);
  });
});

// ---- an outline as a table of its points

function element(name, attributes, text) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.textContent = text ?? '';
  return made;
}

/** Several outlines, well-known text and very long ones stay text. */
function points(text) {
  const plain = !/[|(]\s*\(|\|/.test(text) && !/^\s*[a-z]{4,}\s*\(/i.test(text);
  const each = text.split(/[;\n]/).map(point => point.trim()).filter(point => point);
  return plain && each.length <= 200 ? each : null;
}

function table(field) {
  const words = field.dataset;
  const details = element('details', {class: 'points unprinted'});
  details.append(element('summary', {}, words.table));
  const list = element('ol', {});
  const more = element('button', {type: 'button', class: 'plain'}, words.add);
  details.append(list, more);
  field.after(details);

  function write() {
    field.value = [...list.querySelectorAll('input')].map(input => input.value.trim()).filter(point => point).join('\n');
    field.dispatchEvent(new Event('input', {bubbles: true}));
  }
  function line(point) {
    const row = element('li', {});
    const count = list.children.length + 1;
    const input = element('input', {type: 'text', 'aria-label': `${words.point} ${count}: ${words.written}`});
    input.value = point;
    input.addEventListener('input', written => {
      written.stopPropagation();
      write();
    });
    const remove = element('button', {type: 'button', class: 'plain', 'aria-label': `${words.remove} ${count}`}, '×');
    remove.addEventListener('click', () => {
      row.remove();
      write();
      more.focus();
    });
    row.append(input, remove);
    list.append(row);
    return input;
  }
  function read() {
    const each = points(field.value);
    details.hidden = each === null;
    list.replaceChildren();
    (each ?? []).forEach(line);
  }
  more.addEventListener('click', () => line('').focus());
  field.addEventListener('change', read);
  field.addEventListener('geometry', read); // drawn on the map
  details.addEventListener('toggle', () => details.open && read());
  read();
}

// ---- a map beside it, which is loaded when it is opened

function map(field) {
  const words = form.dataset;
  const details = element('details', {class: 'drawing unprinted'});
  const place = element('div', {});
  const said = element('p', {role: 'status'});
  details.append(element('summary', {}, words.drawOpen), said, place);
  field.parentElement.append(details);
  let begun = false;

  details.addEventListener('toggle', async () => {
    if (!details.open || begun) {
      return;
    }
    begun = true;
    said.textContent = words.drawLoading;
    try {
      const {drawing} = await import(form.dataset.draw);
      await drawing(field, place, form);
      said.remove();
    } catch (failed) {
      begun = false;
      place.replaceChildren();
      said.textContent = words.drawFailed;
    }
  });
}

function beside(field) {
  if (field.dataset.geometryField === 'shape') {
    table(field);
  }
  map(field);
}

form.querySelectorAll('[data-geometry-field]').forEach(beside);
