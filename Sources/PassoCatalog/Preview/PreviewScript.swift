/// What the page does: searching, filtering, walking through by keyboard.
///
/// The page is whole without it. It reads its words from the page and writes no HTML, so that no text
/// of a table can become markup.
enum PreviewScript {
    /// The hash by which the page's policy knows the script; a test computes it anew.
    static let hash = "sha256-5PTnoNjLmvsT3CjmMvka9QQzwrYrb51zfST31v3pkJM="

    static let text = #"""
        (() => {
        "use strict";
        const root = document.documentElement;
        const at = id => document.getElementById(id);
        const query = at("q"), bundle = at("bundle"), lang = at("lang"), state = at("state");
        const findings = at("findings"), patterns = at("patterns"), keys = at("keys");
        const shown = at("shown"), none = at("none"), form = at("filter");
        const sheet = new CSSStyleSheet();
        document.adoptedStyleSheets = [sheet];
        root.classList.add("on");

        // Without accents, capitals and what cannot be seen: "zgłoszenie" is found by "zgloszenie".
        const letters = { "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i" };
        const fold = text => text.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase()
          .replace(/[łøđæœßı]/g, letter => letters[letter]).replace(/\s+/g, " ");

        const sections = [...document.querySelectorAll(".bundle")];
        const names = [...bundle.options].slice(1).map(option => option.value);
        const codes = [...lang.options].slice(1).map(option => option.value);
        const items = [];
        sections.forEach((section, number) => {
          for (const element of section.querySelectorAll("article")) {
            items.push({ element, section, bundle: names[number], head: null, blocks: null });
          }
        });

        const blocks = item => item.blocks ??= [...item.element.querySelectorAll(".t")].map(element => ({
          element, text: null, isSource: element.classList.contains("src"),
          lang: codes[Number(element.dataset.l)], state: element.dataset.s ?? "",
          found: "f" in element.dataset,
        }));
        const textOf = (element, selector) =>
          fold([...element.querySelectorAll(selector)].map(part => part.textContent).join("\n"));
        const index = item => {
          if (item.head !== null) return;
          item.head = textOf(item.element, ".k, .d, .m code");
          for (const block of blocks(item)) block.text = textOf(block.element, ".x, .p");
        };

        // The texts are gathered while nothing else is to do, or when somebody searches first.
        let next = 0;
        const gather = deadline => {
          while (next < items.length && deadline.timeRemaining() > 2) index(items[next++]);
          if (next < items.length) requestIdleCallback(gather);
        };
        if (window.requestIdleCallback) requestIdleCallback(gather);

        const isMeant = (block, view) =>
          (!view.lang || block.lang === view.lang) && (!view.state || block.state === view.state) &&
          (!view.findings || block.found);
        const matches = (item, view) => {
          if (view.bundle && item.bundle !== view.bundle) return false;
          const isNarrow = view.lang || view.state || view.findings;
          if (isNarrow && !blocks(item).some(block => isMeant(block, view))) return false;
          if (view.words.length === 0) return true;
          index(item);
          const texts = blocks(item).filter(block => block.isSource || isMeant(block, view));
          return view.words.every(word =>
            item.head.includes(word) || texts.some(block => block.text.includes(word)));
        };

        const read = () => ({
          q: query.value, bundle: bundle.value, lang: lang.value, state: state.value,
          findings: findings.checked, patterns: patterns.checked, keys: keys.checked,
          words: fold(query.value).split(" ").filter(word => word),
        });

        let message = "";
        const address = view => {
          const parts = [];
          for (const name of ["q", "bundle", "lang", "state"]) {
            if (view[name]) parts.push(name + "=" + encodeURIComponent(view[name]));
          }
          for (const name of ["findings", "patterns"]) if (view[name]) parts.push(name + "=1");
          if (!view.keys) parts.push("keys=0");
          if (message) parts.push("m=" + message);
          return "#" + parts.join("&");
        };
        const remember = view => {
          const now = address(view);
          if (now !== (location.hash || "#")) history.replaceState(null, "", now);
        };

        const rule = condition => `.t:not(.src)${condition}{display:none}`;
        const show = () => {
          const view = read();
          let count = 0;
          const open = new Set();
          for (const item of items) {
            const isShown = matches(item, view);
            if (item.element.hidden === isShown) item.element.hidden = !isShown;
            if (isShown) { count += 1; open.add(item.section); }
          }
          for (const section of sections) section.hidden = !open.has(section);
          const rules = [];
          if (view.lang) rules.push(rule(`:not([data-l="${codes.indexOf(view.lang)}"])`));
          if (view.state) rules.push(rule(`:not([data-s="${view.state}"])`));
          if (view.findings) rules.push(rule(":not([data-f])"));
          sheet.replaceSync(rules.join("\n"));
          root.classList.toggle("patterns", view.patterns);
          none.hidden = count > 0;
          const number = value => value.toLocaleString(root.lang);
          shown.textContent = shown.dataset.text
            .replace("{shown}", number(count)).replace("{total}", number(items.length));
          remember(view);
        };

        // Typing waits for the next letter where there is much to look through.
        let waiting = 0;
        const showSoon = () => {
          clearTimeout(waiting);
          waiting = setTimeout(show, items.length > 1500 ? 120 : 0);
        };
        const showNow = () => { clearTimeout(waiting); show(); };

        const choose = (select, value) => {
          select.value = [...select.options].some(option => option.value === value) ? value : "";
        };
        const decoded = text => {
          try { return decodeURIComponent(text); } catch { return ""; }
        };
        const restore = () => {
          const view = {};
          for (const part of location.hash.slice(1).split("&")) {
            const end = part.indexOf("=");
            if (end > 0) view[part.slice(0, end)] = part.slice(end + 1);
          }
          query.value = decoded(view.q ?? "");
          choose(bundle, decoded(view.bundle ?? ""));
          choose(lang, decoded(view.lang ?? ""));
          choose(state, decoded(view.state ?? ""));
          findings.checked = view.findings === "1";
          patterns.checked = view.patterns === "1";
          keys.checked = view.keys !== "0";
          message = view.m && at("m=" + view.m) ? view.m : "";
          show();
          const element = message && at("m=" + message);
          if (element && !element.hidden) go(element);
        };

        const go = element => {
          element.focus({ preventScroll: true });
          element.scrollIntoView({ block: "start" });
          message = element.id.slice(2);
          remember(read());
        };
        const visible = () => items.filter(item => !item.element.hidden).map(item => item.element);
        const step = by => {
          const all = visible();
          if (all.length === 0) return;
          const here = document.activeElement?.closest("article") ?? (message && at("m=" + message));
          const place = all.indexOf(here);
          const first = () => Math.max(0, all.findIndex(item => item.getBoundingClientRect().bottom > 0));
          const target = place < 0 ? first() : Math.min(all.length - 1, Math.max(0, place + by));
          go(all[target]);
        };

        document.addEventListener("keydown", event => {
          if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
          const target = event.target;
          if (target === query) {
            if (event.key === "Escape" && query.value) { query.value = ""; showNow(); }
            else if (event.key === "ArrowDown" || event.key === "Enter") {
              showNow();
              const first = visible()[0];
              if (first) go(first);
            } else return;
            event.preventDefault();
            return;
          }
          if (target.closest("select, textarea, [type=search], [type=text]") || !keys.checked) return;
          const isWalking = target.closest("article") !== null;
          if (event.key === "/") { query.focus(); query.select(); }
          else if (event.key === "j" || event.key === "ArrowDown" && isWalking) step(1);
          else if (event.key === "k" || event.key === "ArrowUp" && isWalking) step(-1);
          else return;
          event.preventDefault();
        });

        query.addEventListener("input", showSoon);
        for (const field of [bundle, lang, state, findings, patterns, keys]) {
          field.addEventListener("change", show);
        }
        form.addEventListener("submit", event => event.preventDefault());
        form.addEventListener("reset", () => { message = ""; setTimeout(show); });
        document.addEventListener("click", event => {
          const link = event.target.closest?.(".k a");
          if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          go(link.closest("article"));
        });
        window.addEventListener("hashchange", () => {
          restore();
          if (!message) at("filter").scrollIntoView({ block: "start" });
        });

        // Numbers of the overview lead to the messages that they count.
        for (const cell of document.querySelectorAll("[data-view]")) {
          const link = document.createElement("a");
          link.href = "#" + cell.dataset.view;
          link.textContent = cell.textContent;
          cell.replaceChildren(link);
        }
        try {
          const spoken = new Intl.DisplayNames([root.lang], { type: "language" });
          for (const option of lang.options) {
            if (option.value && !/-X[AB]$/.test(option.value)) {
              option.textContent += " – " + spoken.of(option.value);
            }
          }
        } catch { /* The tags say it too. */ }
        // What stays at the top must not lie on what is walked to.
        new ResizeObserver(() => root.style.setProperty("--bar", form.offsetHeight + "px")).observe(form);
        restore();
        })();
        """#
}
