// Beside htmx, which notes the last address in the browser's storage: addresses hold filters, and nothing of them stays.
"use strict";
function forget() {
  try {
    sessionStorage.removeItem("htmx-current-path-for-history");
  } catch {
    // a browser that keeps nothing
  }
}

forget();
for (const each of ["htmx:pushedIntoHistory", "htmx:replacedInHistory"]) document.addEventListener(each, forget);
