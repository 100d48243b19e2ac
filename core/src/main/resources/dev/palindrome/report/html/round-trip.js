"use strict";
// The list of migrations: search, filter, what is open, and links to one of them.
(() => {
  const trips = [...document.querySelectorAll("#trips > .trip")];
  const search = document.getElementById("search");
  const shown = document.getElementById("shown");
  const chosen = [...document.querySelectorAll("input[name=verdict]")];
  const painted = (trip) => { window.palindrome.paint(trip); };

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const verdicts = chosen.filter((box) => box.checked).map((box) => box.value);
    let count = 0;
    for (const trip of trips) {
      const fits = (!verdicts.length || verdicts.includes(trip.dataset.verdict)) && words.every((word) => trip.dataset.name.includes(word));
      trip.hidden = !fits;
      count += fits;
    }
    shown.textContent = count === trips.length ? "All " + count + " shown" : count + " of " + trips.length + " shown";
  };
  const open = (trip) => { painted(trip); trip.firstElementChild.open = true; };
  for (const trip of trips) {
    trip.firstElementChild.addEventListener("toggle", () => painted(trip));
  }
  search.addEventListener("input", filter);
  chosen.forEach((box) => box.addEventListener("change", filter));
  document.getElementById("open-all").addEventListener("click", () => trips.filter((trip) => !trip.hidden).forEach(open));
  document.getElementById("close-all").addEventListener("click", () => trips.forEach((trip) => { trip.firstElementChild.open = false; }));

  // A hash may be anybody's, and need not be well formed.
  const linked = () => { try { return decodeURIComponent(location.hash); } catch (e) { return location.hash; } };
  const goToLinked = () => {
    const trip = trips.find((each) => "#" + each.id === linked());
    if (!trip) { return; }
    if (trip.hidden) { search.value = ""; chosen.forEach((box) => { box.checked = false; }); filter(); }
    open(trip);
    trip.scrollIntoView({ block: "start" });
    trip.querySelector("summary").focus({ preventScroll: true });
  };
  addEventListener("hashchange", goToLinked);
  // A link to where one is already changes no hash.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) { goToLinked(); }
  });
  let closedForPrint = [];
  addEventListener("beforeprint", () => {
    closedForPrint = trips.filter((trip) => !trip.hidden && !trip.firstElementChild.open);
    closedForPrint.forEach(open);
  });
  addEventListener("afterprint", () => closedForPrint.forEach((trip) => { trip.firstElementChild.open = false; }));

  document.getElementById("tools").hidden = false;
  filter();
  const failing = trips.filter((trip) => trip.classList.contains("fails"));
  if (failing.length <= 3) { failing.forEach(open); }
  goToLinked();
})();
