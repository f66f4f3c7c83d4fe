// Single keys that follow links of the page, as the page “Keys” lists them. They can be switched off there, and do
// nothing while something is typed or another key is held. Without JavaScript the same links have access keys.
"use strict";
const OFF = "item6-keys-off";
const LINKS = {
  n: 'a[rel="next"]', p: 'a[rel="prev"]', h: "a.home", a: 'a[accesskey="a"]', "?": 'a[accesskey="k"]',
};

function isTyping(node) {
  return node instanceof HTMLElement && (node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName));
}

function isOff() {
  try {
    return localStorage.getItem(OFF) === "yes";
  } catch {
    return false; // a browser that keeps nothing
  }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isTyping(event.target) || isOff()) return;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("search")?.focus();
    return;
  }
  const link = Object.hasOwn(LINKS, event.key) ? document.querySelector(LINKS[event.key]) : null;
  if (link) {
    event.preventDefault();
    link.click();
  }
});

const box = document.getElementById("keys-off");
if (box) {
  box.closest("p").hidden = false;
  box.checked = isOff();
  box.addEventListener("change", () => localStorage.setItem(OFF, box.checked ? "yes" : "no"));
}
