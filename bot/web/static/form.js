// A form's own help: what is typed is kept in this tab until it is sent, and what is left is counted.
// Nothing of it leaves the browser, and without scripts the form works as well.
(() => {
  "use strict";

  // A browser may refuse to keep anything: then nothing is kept, and all else works.
  const drafts = {
    get(key) {
      try {
        return JSON.parse(sessionStorage.getItem(key));
      } catch {
        return null;
      }
    },
    set(key, pairs) {
      try {
        sessionStorage.setItem(key, JSON.stringify(pairs));
      } catch {
        // It is as without scripts.
      }
    },
    drop(key) {
      try {
        sessionStorage.removeItem(key);
      } catch {
        // Nothing was kept.
      }
    },
    dropAll(start) {
      try {
        for (const key of Object.keys(sessionStorage)) {
          if (key.startsWith(start)) sessionStorage.removeItem(key);
        }
      } catch {
        // Nothing was kept.
      }
    },
  };

  // What somebody wrote who signed in here before is theirs: it goes with the next one's first page.
  function forgetOthers(tab) {
    try {
      for (const key of Object.keys(sessionStorage)) {
        if (!key.startsWith(tab)) sessionStorage.removeItem(key);
      }
    } catch {
      // Nothing was kept.
    }
  }

  const asked = (form) =>
    [...form.elements].filter((e) => e.name && !e.name.startsWith("_") && e.type !== "hidden");
  const isBox = (element) => element.type === "checkbox" || element.type === "radio";

  const answers = (form) =>
    asked(form)
      .filter((e) => !isBox(e) || e.checked)
      .map((e) => [e.name, e.value]);

  function fill(form, pairs) {
    for (const element of asked(form)) {
      const values = pairs.filter(([name]) => name === element.name).map(([, value]) => value);
      if (isBox(element)) element.checked = values.includes(element.value);
      else if (values.length) element.value = values[0];
    }
  }

  // Whoever comes back is told why it isn't empty, and can clear it: it may be somebody else.
  function tell(form, key) {
    const line = document.createElement("p");
    line.className = "brought";
    line.setAttribute("role", "status");
    const clear = document.createElement("button");
    clear.type = "button";
    clear.className = "button plain";
    clear.textContent = form.dataset.anew;
    clear.addEventListener("click", () => {
      drafts.drop(key);
      location.reload();
    });
    form.before(line);
    line.append(form.dataset.brought, " ", clear);
  }

  function keep(form) {
    const key = form.dataset.draft;
    const kept = "fresh" in form.dataset && drafts.get(key);
    const before = JSON.stringify(answers(form));
    if (kept) fill(form, kept);
    if (JSON.stringify(answers(form)) !== before) tell(form, key);
    for (const done of ["input", "change"]) form.addEventListener(done, () => drafts.set(key, answers(form)));
    for (const link of document.querySelectorAll("[data-drop]")) {
      link.addEventListener("click", () => drafts.drop(key));
    }
  }

  // The press is gone once it is pressed: on to the first of the questions that it showed.
  function opens(box) {
    box.addEventListener("change", () => {
      const behind = document.querySelector(`[data-when="${box.id}"]`);
      behind?.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    });
  }

  // Said once somebody rests, or a screen reader would read out every letter's count.
  function count(box) {
    const line = document.createElement("p");
    line.className = "hint left";
    line.setAttribute("role", "status");
    box.after(line);
    const say = () => {
      const left = box.dataset.most - [...box.value].length;
      const words = left < 0 ? box.dataset.over : box.dataset.left;
      line.textContent = words.replace("#", Math.abs(left).toLocaleString(document.documentElement.lang));
    };
    let resting;
    box.addEventListener("input", () => {
      clearTimeout(resting);
      resting = setTimeout(say, 600);
    });
  }

  // Without scripts the browser's own menu prints it as well.
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  if (document.body.dataset.tab) forgetOthers(document.body.dataset.tab);
  const told = document.querySelector("[data-sent]");
  // What was confirmed is over, whichever form it came from: then a star stands at the end.
  if (told?.dataset.sent.endsWith("*")) drafts.dropAll(told.dataset.sent.slice(0, -1));
  else if (told) drafts.drop(told.dataset.sent);
  for (const form of document.querySelectorAll("form[data-draft]")) keep(form);
  for (const box of document.querySelectorAll(".change input")) opens(box);
  for (const box of document.querySelectorAll("textarea[data-left]")) count(box);
})();
