// Keeps dateline, clocks and counters of a page at the time of who reads it; without it they stay as they were printed.
"use strict";
(() => {
  const LOCALES = { en: "en-GB", ar: "ar-u-nu-latn" };
  const fields = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const two = (n) => String(n).padStart(2, "0");

  // What a calendar and a clock on the wall show in a zone of the IANA database, and how far they are from UTC.
  const read = (now, zone) => {
    const parts = {};
    for (const { type, value } of new Intl.DateTimeFormat("en-GB", { ...fields, timeZone: zone }).formatToParts(now)) parts[type] = value;
    const local = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute);
    const minutes = Math.round((local - Math.floor(now / 60000) * 60000) / 60000);
    return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}`, minutes };
  };
  const offset = (minutes) => {
    const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
    return minutes ? `UTC${minutes < 0 ? "-" : "+"}${hours}${rest ? `:${two(rest)}` : ""}` : "UTC";
  };
  const iso = (minutes) => `${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;

  const clocks = document.querySelectorAll("time[data-zone]");
  if (!clocks.length) return;
  const day = document.querySelector(".dateline time");
  const locale = LOCALES[document.body.lang || document.documentElement.lang] || document.body.lang || document.documentElement.lang;
  const long = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });

  const show = () => {
    const now = Date.now();
    for (const clock of clocks) {
      const there = read(now, clock.dataset.zone);
      clock.textContent = `${there.time} ${offset(there.minutes)}`;
      clock.dateTime = `${there.date}T${there.time}${iso(there.minutes)}`;
    }
    const today = read(now, clocks[0].dataset.zone).date;
    const told = long.format(Date.parse(today));
    day.textContent = locale.startsWith("fr") ? told.replace(/^1 /, "1er ") : told;
    day.dateTime = today;
    for (const counter of document.querySelectorAll("[data-since]")) {
      const days = Math.round((Date.parse(today) - Date.parse(counter.dataset.since)) / 86400000);
      if (days >= 0) counter.textContent = `${days} ${days === 1 ? counter.dataset.one : counter.dataset.many}`;
    }
  };

  const go = () => {
    show();
    setTimeout(go, 60000 - (Date.now() % 60000));
  };
  try {
    go();
  } catch {
    return; // a browser that does not know the zones: what was printed stands
  }
  document.addEventListener("visibilitychange", show);
  for (const told of document.querySelectorAll("[data-told]")) told.hidden = told.dataset.told !== "live";
})();
