"use strict";
// What every page does: its theme, and scripts that are coloured when they come into sight and can be copied.
(() => {
  const root = document.documentElement;
  const button = document.getElementById("theme");
  const themes = ["system", "light", "dark"];
  const remember = (theme) => { try { localStorage.setItem("palindrome-theme", theme); } catch (e) { /* not from a file */ } };
  const remembered = () => { try { return localStorage.getItem("palindrome-theme"); } catch (e) { return null; } };
  const show = (theme) => {
    if (theme === "system") { root.removeAttribute("data-theme"); } else { root.setAttribute("data-theme", theme); }
    const what = document.createElement("span");
    what.textContent = "Theme: ";
    button.replaceChildren(what, theme);
    button.setAttribute("aria-label", "Theme: " + theme);
    button.dataset.theme = theme;
  };
  show(themes.includes(remembered()) ? remembered() : "system");
  button.hidden = false;
  button.addEventListener("click", () => {
    const next = themes[(themes.indexOf(button.dataset.theme) + 1) % themes.length];
    show(next);
    remember(next);
  });

  // A script is one text in the file; "6k4k15.6k" says how many of its letters are a keyword, and how many are nothing, which
  // is one where it does not say it.
  window.palindrome = {
    paint(within) {
      for (const code of within.querySelectorAll("code[data-colours]")) {
        const text = code.textContent;
        const painted = document.createDocumentFragment();
        let at = 0, gap = 0;
        for (const [, length, colour] of code.dataset.colours.matchAll(/(\d+)(\D)/g)) {
          if (colour === ".") { gap = Number(length); continue; }
          painted.append(text.slice(at, at + gap));
          at += gap;
          const span = document.createElement("span");
          span.className = colour;
          span.textContent = text.slice(at, at += Number(length));
          painted.append(span);
          gap = 1;
        }
        painted.append(text.slice(at));
        code.replaceChildren(painted);
        code.removeAttribute("data-colours");
      }
      for (const copy of within.querySelectorAll("button.copy")) { copy.hidden = false; }
    }
  };

  const said = document.createElement("p");
  said.className = "hidden";
  said.setAttribute("role", "status");
  document.body.append(said);
  const copied = (copy, done) => {
    copy.textContent = done ? "Copied" : "Not copied";
    said.textContent = done ? "Copied to the clipboard" : "The browser does not allow copying";
    setTimeout(() => { copy.textContent = "Copy"; said.textContent = ""; }, 2000);
  };
  const copyBySelection = (code) => {
    const selection = getSelection();
    selection.selectAllChildren(code);
    const done = document.execCommand("copy");
    selection.removeAllRanges();
    return done;
  };
  document.addEventListener("click", (event) => {
    const copy = event.target.closest("button.copy");
    if (!copy) { return; }
    const code = copy.closest("figure").querySelector("code");
    if (navigator.clipboard) {
      navigator.clipboard.writeText(code.textContent).then(() => copied(copy, true), () => copied(copy, copyBySelection(code)));
    } else {
      copied(copy, copyBySelection(code));
    }
  });
})();
