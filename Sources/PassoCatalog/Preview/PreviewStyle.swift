/// How the page looks.
enum PreviewStyle {
    /// The hash by which the page's policy knows the style; a test computes it anew.
    static let hash = "sha256-fVZ9hsjQbOAfL8LYtsBH9e1BRnUwzbWEE3sIofTvX9c="

    static let text = #"""
        :root {
          color-scheme: light dark;
          --back: #f4f3ef; --card: #fff; --tint: #faf9f5; --ink: #1d1c1a; --soft: #5a574f;
          --line: #dcd8ce; --edge: #8a867b; --link: #0a4f97;
          --mark: #fff0c2; --mark-edge: #b08900;
          --good: #e2f3e4; --good-ink: #1a5a2a; --look: #e2effb; --look-ink: #0b4a83;
          --old: #ffecce; --old-ink: #714400; --new: #fae5f3; --new-ink: #821a63;
          --bad: #fdeae7; --bad-ink: #97150c;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --back: #131518; --card: #1c1f23; --tint: #212529; --ink: #ecebe6; --soft: #b5b1a7;
            --line: #34383e; --edge: #858a92; --link: #93c5ff;
            --mark: #47390c; --mark-edge: #d8b24a;
            --good: #16351d; --good-ink: #a3dfb0; --look: #12304c; --look-ink: #a8d3fb;
            --old: #412c07; --old-ink: #f6ce8c; --new: #45163a; --new-ink: #f5b6e2;
            --bad: #471713; --bad-ink: #ffb6ae;
          }
        }
        *, ::before, ::after { box-sizing: border-box; }
        html { font: 100%/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
          background: var(--back); color: var(--ink); text-size-adjust: 100%; }
        body { margin: 0; overflow-wrap: anywhere; }
        header, main, footer { max-width: 110rem; margin-inline: auto; padding-inline: 1rem; }
        header { padding-block: 1.5rem .5rem; }
        h1, h2, h3, h4, p, ul, dl, dd { margin: 0; padding: 0; }
        h1 { font-size: 1.5rem; line-height: 1.25; text-wrap: balance; }
        h2 { font-size: 1.25rem; line-height: 1.3; margin-block: 2rem .75rem; }
        header p { color: var(--soft); margin-block-start: .25rem; }
        a { color: var(--link); }
        code { font-family: ui-monospace, "Cascadia Mono", "Noto Sans Mono", monospace;
          font-size: .9375em; }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
        .skip { position: absolute; inset-inline-start: 1rem; inset-block-start: .5rem; z-index: 3;
          background: var(--card); padding: .5rem 1rem; border: 2px solid var(--link);
          border-radius: 6px; transform: translateY(-200%); }
        .skip:focus { transform: none; }
        html:not(.on) .js, html.on:not(.patterns) .p, [hidden] { display: none !important; }

        #filter { background: var(--card); border-block: 1px solid var(--line); z-index: 2;
          display: flex; flex-wrap: wrap; gap: .625rem 1rem; align-items: end;
          padding: .75rem max(1rem, (100% - 108rem) / 2); }
        #filter p { display: flex; flex-direction: column; gap: .125rem; min-width: 0; }
        #filter .q { flex: 1 1 15rem; }
        #filter select { max-width: 12rem; }
        #filter .c { gap: .125rem; }
        #filter .r { flex-direction: row; flex-wrap: wrap; align-items: center; gap: .5rem .75rem;
          margin-inline-start: auto; }
        label { font-size: .875rem; color: var(--soft); }
        input[type=search], select, button { font: inherit; color: inherit; background: var(--tint);
          border: 1px solid var(--edge); border-radius: 6px; padding: .3125rem .5rem;
          min-height: 2.25rem; width: 100%; min-width: 0; max-width: 100%; }
        button { width: auto; padding-inline: .875rem; cursor: pointer; }
        button:hover { border-color: var(--link); color: var(--link); }
        input[type=checkbox] { inline-size: 1.125rem; block-size: 1.125rem; margin: 0;
          vertical-align: -.1875rem; accent-color: var(--link); }
        #shown { font-variant-numeric: tabular-nums; }
        @media (min-width: 64rem) and (min-height: 40rem) {
          #filter { position: sticky; inset-block-start: 0; }
          html { scroll-padding-block-start: calc(var(--bar, 6rem) + .75rem); }
        }

        .tables { display: flex; flex-wrap: wrap; gap: 1rem; }
        table { border-collapse: collapse; background: var(--card); border: 1px solid var(--line);
          border-radius: 8px; font-size: .9375rem; font-variant-numeric: tabular-nums; }
        caption { text-align: start; font-weight: 600; padding-block-end: .25rem; }
        th, td { padding: .25rem .75rem; text-align: end; border-block-end: 1px solid var(--line); }
        tbody tr:last-child > * { border-block-end: 0; }
        th { font-weight: 500; text-align: start; }
        thead th { color: var(--soft); font-size: .875rem; text-align: end; }
        thead th:first-child { text-align: start; }
        thead th::first-letter { text-transform: uppercase; }
        .open { font-weight: 700; }
        td[colspan] { text-align: start; color: var(--soft); }

        article { background: var(--card); border: 1px solid var(--line); border-radius: 10px;
          padding: .875rem 1rem 1rem; margin-block-end: .875rem; content-visibility: auto;
          contain-intrinsic-size: auto 22rem; }
        article:focus { outline: 3px solid var(--link); outline-offset: 1px; }
        .k { font: 600 1.0625rem/1.4 ui-monospace, "Cascadia Mono", "Noto Sans Mono", monospace; }
        .k a { color: inherit; text-decoration-color: var(--edge); text-underline-offset: .2em;
          text-decoration-thickness: 1px; }
        .k a:hover { color: var(--link); }
        .d { max-width: 75ch; }
        .m { display: flex; flex-wrap: wrap; gap: .125rem 1.5rem; margin-block-start: .375rem;
          font-size: .875rem; color: var(--soft); }
        .m div { display: flex; flex-wrap: wrap; gap: 0 .5rem; min-width: 0; }
        .m dt::after { content: ":"; }
        .m dd { color: var(--ink); min-width: 0; }
        .m img { max-width: 100%; max-height: 20rem; border: 1px solid var(--line);
          border-radius: 6px; margin-block-start: .25rem; }
        .ts { display: grid; gap: .625rem; margin-block-start: .75rem;
          grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); }
        .t { border: 1px solid var(--line); border-radius: 8px; padding: .5rem .75rem .625rem;
          min-width: 0; }
        .src { background: var(--tint); }
        h4 { font-size: .875rem; font-weight: 600; color: var(--soft); display: flex;
          flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .25rem .5rem; }
        .s { font-weight: 500; font-size: .8125rem; line-height: 1.4; border-radius: 99px;
          padding: .0625rem .5rem; border: 1px solid var(--line); color: var(--soft); }
        .s.translated { background: var(--good); color: var(--good-ink); border-color: transparent; }
        .s.needs-review { background: var(--look); color: var(--look-ink); border-color: currentColor; }
        .s.stale { background: var(--old); color: var(--old-ink); border-color: currentColor; }
        .s.new { background: var(--new); color: var(--new-ink); border-color: currentColor; }
        .x { font-size: 1.0625rem; line-height: 1.5; white-space: pre-wrap; text-align: start;
          margin-block-start: .25rem; }
        .x:lang(ar), .x:lang(he), .x:lang(fa), .x:lang(ur), .x:lang(th), .x:lang(hi) {
          line-height: 1.8; }
        .a { background: var(--mark); border-block-end: 2px solid var(--mark-edge);
          box-shadow: 0 0 0 .1em var(--mark); box-decoration-break: clone;
          -webkit-box-decoration-break: clone; }
        .e { color: var(--soft); font-style: italic; margin-block-start: .25rem; }
        .cs { list-style: none; display: grid; gap: .375rem; margin-block-start: .25rem; }
        .cs li + li { border-block-start: 1px dashed var(--line); padding-block-start: .375rem; }
        .cs .x { margin: 0; }
        .w { font-size: .8125rem; color: var(--soft); }
        .n { font-size: .8125rem; color: var(--soft); margin-block-start: .375rem; display: flex;
          flex-wrap: wrap; align-items: center; gap: 0 .5rem; font-variant-numeric: tabular-nums; }
        .n svg { inline-size: 5rem; block-size: .375rem; border-radius: 99px;
          background: var(--line); flex: none; }
        .n rect { fill: var(--edge); }
        [dir=rtl] .n svg { transform: scaleX(-1); }
        .n.over { color: var(--bad-ink); font-weight: 600; }
        .n.over rect { fill: var(--bad-ink); }
        .f { list-style: none; font-size: .875rem; margin-block-start: .5rem; }
        .f li { background: var(--old); color: var(--old-ink); border-radius: 6px;
          padding: .25rem .625rem; }
        .f .bad { background: var(--bad); color: var(--bad-ink); }
        .f li + li { margin-block-start: .25rem; }
        .f code { font-size: .8125rem; }
        .g { list-style: none; font-size: .8125rem; color: var(--soft); margin-block-start: .375rem; }
        .p { display: block; font-size: .8125rem; white-space: pre-wrap; background: var(--back);
          border-radius: 6px; padding: .375rem .5rem; margin-block-start: .5rem; }
        #none { padding: 2rem 0; text-align: center; color: var(--soft); }
        footer { padding-block: 1rem 3rem; color: var(--soft); font-size: .9375rem; }
        footer h2 { margin-block-start: 1rem; font-size: 1rem; color: var(--ink); }

        @media (max-width: 44rem) {
          header, main, footer { padding-inline: .75rem; }
          #filter > p { flex: 1 1 9rem; }
          #filter select { max-width: 100%; }
          #filter .r { margin: 0; flex-basis: 100%; justify-content: space-between; }
          article { padding-inline: .75rem; }
          table, caption, tbody, tr { display: block; }
          table { inline-size: 100%; border: 0; background: none; }
          .tables > div { inline-size: 100%; }
          thead { display: none; }
          tr { background: var(--card); border: 1px solid var(--line); border-radius: 8px;
            padding: .375rem .75rem; margin-block-end: .5rem; display: flex; flex-wrap: wrap;
            gap: 0 1.25rem; }
          th, td { padding: 0; border: 0; }
          tbody th { flex-basis: 100%; font-weight: 600; }
          td[data-h]::before { content: attr(data-h) " "; color: var(--soft); }
        }
        @media (forced-colors: active) {
          .a { border-block-end: 2px solid Highlight; }
          .n svg { border: 1px solid CanvasText; }
          .n rect, .n.over rect { fill: CanvasText; }
        }
        @media (prefers-reduced-motion: no-preference) {
          .skip { transition: transform .15s; }
        }
        @media print {
          :root { --back: #fff; --card: #fff; --tint: #fff; --ink: #000; --soft: #333; }
          form, footer, .skip { display: none !important; }
          header, main { max-width: none; padding: 0; }
          article { content-visibility: visible; break-inside: avoid; border-color: #999; }
          .ts { grid-template-columns: repeat(2, 1fr); }
          .a { background: none; box-shadow: none; border-color: #000; }
        }
        """#
}
