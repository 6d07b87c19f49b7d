// SPDX-License-Identifier: Apache-2.0
// How far the verification is, without loading the page again; when it has ended, the page tells its result.

const running = document.querySelector("[data-running]");
const bar = document.getElementById("progress");
const count = running.querySelector("[data-count]");
const numbers = new Intl.NumberFormat(document.documentElement.lang);

async function look() {
  let state;
  try {
    const response = await fetch("/api/administration", { headers: { Accept: "application/json" } });
    if (!response.ok) return;
    state = (await response.json()).running;
  } catch {
    setTimeout(look, 5000);
    return;
  }
  if (state === null || state.failed !== null) {
    location.reload();
    return;
  }
  bar.max = Math.max(1, state.of);
  bar.value = state.done;
  count.textContent = `${numbers.format(state.done)} / ${numbers.format(state.of)}`;
  setTimeout(look, 1000);
}

setTimeout(look, 500);
