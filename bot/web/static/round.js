// A round's clock: it counts down, and says in words at few points how much is left. It asks the
// server nothing. Only the chair's page looks at their count again: once a minute by the clock,
// whoever answers. Without scripts the page says when the round ends, and a link looks again.
(() => {
  "use strict";
  const A_MINUTE = 60000;
  // Nobody need sit here for it, so that it keeps nobody signed in.
  const BY_ITSELF = { cache: "no-store", headers: { "upstander-by-itself": "1" } };
  const clock = document.querySelector("[data-seconds]");
  if (!clock) return;

  const ends = Date.now() + clock.dataset.seconds * 1000;
  const digits = clock.querySelector("[role=timer] span");
  const told = clock.querySelector("[role=status]");
  const points = [...clock.querySelectorAll("[data-at]")].map((point) => ({
    at: Number(point.dataset.at),
    words: point.textContent,
  }));
  const left = () => Math.max(0, Math.ceil((ends - Date.now()) / 1000));
  let before = left() + 1;

  function tick() {
    const now = left();
    digits.textContent = `${Math.floor(now / 60)}:${String(now % 60).padStart(2, "0")}`;
    // A tab that slept says only where it stands now.
    const passed = points.filter((point) => now <= point.at && point.at < before);
    if (passed.length) told.textContent = passed[passed.length - 1].words;
    before = now;
    if (now > 0) return void setTimeout(tick, 1000);
    told.classList.remove("unseen");
    clearInterval(looking);
  }

  const count = document.querySelector("[data-live]");
  const again = document.querySelector('a[href*="/do/pause.chair?"]');

  async function look() {
    const answer = await fetch(again.href, BY_ITSELF).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-live]");
    if (fresh && fresh.textContent !== count.textContent) count.replaceChildren(...fresh.childNodes);
  }

  const looking = count && again ? setInterval(look, A_MINUTE) : undefined;
  clock.hidden = false;
  tick();
})();
