// Says the moment of an event in the time of this device, where that is another than the one it is held in. Asks nobody.
"use strict";
for (const line of document.querySelectorAll("[data-moment]")) {
  const first = new Date(line.dataset.moment);
  const options = { weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short", numberingSystem: "latn" };
  const page = document.documentElement.lang;
  const own = navigator.languages.find((each) => each.startsWith(`${page}-`) && each !== "en-US") || (page === "en" ? "en-GB" : page);
  const format = new Intl.DateTimeFormat(own, options);
  const shown = line.dataset.last ? format.formatRange(first, new Date(line.dataset.last)) : format.format(first);
  line.querySelector("[data-shown]").textContent = shown;
  const same = -first.getTimezoneOffset() === Number(line.dataset.ahead);
  const near = line.closest("dd");
  for (const guess of near.querySelectorAll("[data-guessed]")) guess.hidden = true; // this device knows better than a language
  line.hidden = same || Boolean(near.querySelector(".yours:not([data-moment], [data-guessed])"));
}
