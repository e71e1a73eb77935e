import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { escapeXML } from '../../drawing/xml'
import { script, style } from './client?bundle'
import type { PageData } from './data'

/** The page's own HTML: all else is put in by its script, as text. */
export function pageHtml(data: PageData, theme: 'auto' | 'light' | 'dark'): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    'img-src data:',
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const title = escapeXML(data.title)
  return `<!doctype html>
<html lang="en" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeXML(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="statecraft">
<meta name="color-scheme" content="${theme === 'auto' ? 'light dark' : theme}">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#list" id="skip">To the list of entities and statements</a>
<header>
<h1><bdi>${title}</bdi></h1>
<p id="asked"></p>
<p id="status" role="status" aria-live="polite"></p>
<p id="notice" role="alert" hidden></p>
<ul id="remarks" aria-label="Remarks" hidden></ul>
<p id="announced" class="away" role="status" aria-live="polite"></p>
</header>
<div id="columns">
<section id="filters" aria-label="Search and filters">
<div role="search" id="finder">
<label for="search">Search by any name, in any script, or id</label>
<input id="search" type="search" role="combobox" aria-expanded="false" aria-controls="matches" aria-autocomplete="list" autocomplete="off" spellcheck="false">
<p id="found" role="status" aria-live="polite"></p>
<ul id="matches" role="listbox" aria-label="Matches" hidden></ul>
</div>
<details id="filtering" open>
<summary>Filters</summary>
<div id="controls"></div>
</details>
</section>
<main>
<section id="graph" aria-label="Graph">
<div id="canvas" aria-hidden="true"></div>
<div id="tools" role="toolbar" aria-label="Graph"></div>
<details id="legend"><summary>Legend</summary><div id="signs"></div></details>
<p id="unseen" hidden></p>
</section>
</main>
<aside aria-label="Details and list">
<section id="details" aria-labelledby="about" tabindex="-1"></section>
<section id="list" aria-label="List" tabindex="-1"></section>
</aside>
</div>
<noscript><p>This page needs its script, which stands in it: nothing is loaded.</p></noscript>
<script type="application/json" id="data">${inScript(data)}</script>
<script>${script}</script>
</body>
</html>
`
}

/** A source of a policy: the hash of what stands inline. Source: CSP Level 3, §2.3.1 (hash-source). */
function hashOf(text: string): string {
  return `sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(text))))}`
}

/** Data as JSON that no parser of HTML or of scripts reads as anything else. */
function inScript(data: PageData): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
