// SPDX-License-Identifier: Apache-2.0
// Lets a file be dropped on the field that takes it. Without this script the field does the same by itself.
for (const zone of document.querySelectorAll("[data-drop]")) {
  const field = zone.querySelector("input[type=file]");
  const hint = document.createElement("p");
  hint.className = "hint";
  hint.textContent = zone.dataset.drop;
  zone.append(hint);
  const over = (event) => {
    event.preventDefault();
    zone.classList.add("over");
  };
  zone.addEventListener("dragenter", over);
  zone.addEventListener("dragover", over);
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    if (event.dataTransfer.files.length > 0) {
      const one = new DataTransfer();
      one.items.add(event.dataTransfer.files[0]);
      field.files = one.files;
      field.focus();
    }
  });
}
