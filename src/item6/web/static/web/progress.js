// While documents are read: the page's own status, looked at again without moving focus or scroll.
// Without JavaScript the page reloads itself.
"use strict";
const RUNNING = ["waiting", "reading", "publishing"];

async function look() {
  try {
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!RUNNING.includes(page.getElementById("job")?.dataset.state)) {
      location.reload();
      return;
    }
    for (const part of ["title", "said", "more"]) {
      const shown = document.getElementById(part);
      const now = page.getElementById(part);
      if (shown.innerHTML !== now.innerHTML) shown.replaceChildren(...now.childNodes);
    }
  } catch {
    // the server is away for a moment; the next look will tell
  }
  setTimeout(look, 2000);
}

setTimeout(look, 1000);
