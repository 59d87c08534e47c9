import { ButtonStyle, ComponentType } from 'discord.js';
import { type MarkdownNode, parseMarkdown } from '../../../src/rehearsal/discord/read-markdown.ts';
import { fields, items, type Json, text } from '../../../src/rehearsal/discord/rules/json.ts';

/** A message with its name, to be looked at. */
export interface Sample {
  readonly name: string;
  readonly bodies: readonly Json[];
}

/** A page that shows messages about as Discord does on a phone: enough to see what is ugly, crowded or hard to read. */
export function previewPage(samples: readonly Sample[], widthPx: number): string {
  const shown = samples.map(
    ({ name, bodies }) => `<section id="${name}"><h2>${name}</h2>${bodies.map(message).join('')}</section>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>${style(widthPx)}</style>${shown.join('')}`;
}

function message(body: Json): string {
  const parts = items(body.components).map(component).join('');
  return `<div class="message"><div class="avatar">梯</div><div class="body"><b>GradCoach</b> <span class="app">APP</span>${parts}</div></div>`;
}

function component(json: Json): string {
  const inner = () => items(json.components).map(component).join('');
  switch (json.type) {
    case ComponentType.Container: {
      const color =
        typeof json.accent_color === 'number'
          ? `#${json.accent_color.toString(16).padStart(6, '0')}`
          : 'transparent';
      const spoiler = json.spoiler === true ? ' spoiler' : '';
      return `<div class="card${spoiler}" style="border-left-color:${color}">${inner()}</div>`;
    }
    case ComponentType.TextDisplay:
      return `<div class="text">${markdown(text(json.content))}</div>`;
    case ComponentType.ActionRow:
      return `<div class="row">${inner()}</div>`;
    case ComponentType.Button:
      return `<span class="button s${String(json.style)}">${text(fields(json.emoji).name)} ${escaped(text(json.label))}</span>`;
    case ComponentType.StringSelect:
      return `<div class="menu">${escaped(text(json.placeholder))}<span>▾</span></div>`;
    case ComponentType.MediaGallery:
      return items(json.items)
        .map(({ description }) => `<div class="picture">${escaped(text(description))}</div>`)
        .join('');
    default:
      return `<pre>${escaped(JSON.stringify(json))}</pre>`;
  }
}

function markdown(source: string): string {
  return parseMarkdown(source).map(node).join('').replaceAll('<br><ul', '<ul');
}

function node(each: MarkdownNode): string {
  const inner =
    typeof each.content === 'string' ? escaped(each.content) : (each.content ?? []).map(node).join('');
  switch (each.type) {
    case 'br':
    case 'newline':
      return '<br>';
    case 'strong':
      return `<b>${inner}</b>`;
    case 'em':
      return `<i>${inner}</i>`;
    case 'underline':
      return `<u>${inner}</u>`;
    case 'strikethrough':
      return `<s>${inner}</s>`;
    case 'inlineCode':
      return `<code>${inner}</code>`;
    case 'codeBlock':
      return `<pre>${inner}</pre>`;
    case 'blockQuote':
      return `<blockquote>${inner}</blockquote>`;
    case 'heading':
      return `<h${each.level ?? 3}>${inner}</h${each.level ?? 3}>`;
    case 'subtext':
      return `<small>${inner}</small>`;
    case 'link':
      return `<a>${inner}</a>`;
    case 'twemoji':
      return escaped(each.name ?? '');
    case 'timestamp':
      return `<span class="time">${each.format === 'R' ? 'in 17 hours' : escaped(new Date(Number(each.timestamp) * 1000).toUTCString())}</span>`;
    case 'slashCommand':
      return `<span class="time">/${escaped(each.fullName ?? '')}</span>`;
    default:
      return inner.replace(/^- /, '• ');
  }
}

function escaped(raw: string): string {
  return raw.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);
}

/** Discord's dark theme, which most people look at. */
function style(widthPx: number): string {
  const buttons = {
    [ButtonStyle.Primary]: '#5865f2',
    [ButtonStyle.Secondary]: '#4e5058',
    [ButtonStyle.Danger]: '#da373c',
  };
  return `
    body { background:#313338; color:#dbdee1; margin:0; width:${widthPx}px; font:16px/1.375 "gg sans","Noto Sans","Noto Sans CJK SC","Noto Color Emoji",sans-serif }
    h2 { font-size:12px; color:#80848e; margin:16px 12px 4px }
    .message { display:flex; gap:10px; padding:4px 10px } .avatar { flex:none; width:36px; height:36px; border-radius:50%; background:#17524e; display:grid; place-items:center }
    .body { min-width:0; flex:1 } .app { background:#5865f2; color:#fff; font-size:10px; padding:1px 4px; border-radius:3px }
    .card { background:#2b2d31; border:1px solid #3f4147; border-left:4px solid transparent; border-radius:8px; padding:10px 12px; margin:4px 0; display:flex; flex-direction:column; gap:8px }
    .spoiler .text { background:#1e1f22; color:#80848e; border-radius:4px; padding:4px }
    .text { overflow-wrap:anywhere } h1,h2,h3 { color:#f2f3f5; font-size:18px; line-height:1.3; margin:0 } small { font-size:13px; color:#949ba4; display:block }
    blockquote { margin:0; padding-left:10px; border-left:4px solid #4e5058 } code { background:#1e1f22; border-radius:4px; padding:1px 4px; font:14px/1.3 "DejaVu Sans Mono",monospace; white-space:pre-wrap } pre { background:#1e1f22; padding:6px; font-size:13px; white-space:pre-wrap; margin:0 }
    a { color:#00a8fc } .time { background:#3f4147; border-radius:3px; padding:0 2px }
    .row { display:flex; flex-wrap:wrap; gap:8px } .button { color:#fff; border-radius:4px; padding:7px 14px; font-size:14px } ${Object.entries(
      buttons,
    )
      .map(([kind, color]) => `.s${kind} { background:${color} }`)
      .join(' ')}
    .menu { background:#1e1f22; border-radius:4px; padding:9px 12px; width:100%; display:flex; justify-content:space-between; color:#949ba4 }
    .picture { aspect-ratio:16/10; background:#1c2024; border-radius:8px; display:grid; place-items:center; font-size:13px; color:#949ba4; padding:12px }
  `;
}
